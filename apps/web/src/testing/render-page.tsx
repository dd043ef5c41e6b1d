import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { UiProvider } from '@holdout/ui';
import { render } from '@testing-library/react';
import { MemoryRouter, type RouteObject, useLocation, useRoutes } from 'react-router';
import { en } from '../messages/en';
import { createCache } from '../platform/apollo-cache';

type Options = {
  readonly routes: RouteObject[];
  readonly at: string;
  readonly mocks?: readonly MockLink.MockedResponse[];
};

function Pages({ routes }: { readonly routes: RouteObject[] }) {
  const { pathname, search } = useLocation();
  return (
    <>
      {useRoutes(routes)}
      <output data-testid="address">{pathname + search}</output>
    </>
  );
}

/** For tests: the page at an address, with the real words, cache and router, and the given answers of the API. */
export function renderPage({ routes, at, mocks = [] }: Options) {
  return render(
    <UiProvider messages={en.ui}>
      <MockedProvider mocks={mocks} cache={createCache()}>
        <MemoryRouter initialEntries={[at]}>
          <Pages routes={routes} />
        </MemoryRouter>
      </MockedProvider>
    </UiProvider>,
  );
}
