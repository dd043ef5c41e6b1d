import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { UiProvider } from '@holdout/ui';
import { act, render } from '@testing-library/react';
import { MemoryRouter, type RouteObject, useLocation, useRoutes } from 'react-router';
import { en } from '../messages/en';
import { createCache } from '../platform/apollo-cache';
import type { FakeApi } from './fake-api';

type Options = {
  readonly routes: RouteObject[];
  readonly at: string;
  readonly mocks?: readonly MockLink.MockedResponse[];
  /** In place of `mocks`: an API that the test answers for. */
  readonly api?: FakeApi;
};

function Pages({ routes }: { readonly routes: RouteObject[] }) {
  const { pathname, search } = useLocation();
  return (
    <>
      {useRoutes(routes)}
      <span hidden data-testid="address">
        {pathname + search}
      </span>
    </>
  );
}

/** For tests: the page at an address, with the real words, cache and router, and the given answers of the API. */
export async function renderPage({ routes, at, mocks = [], api }: Options): Promise<void> {
  const page = (
    <UiProvider messages={en.ui}>
      <MockedProvider mocks={mocks} cache={createCache()} {...(api ? { link: api.link } : {})}>
        <MemoryRouter initialEntries={[at]}>
          <Pages routes={routes} />
        </MemoryRouter>
      </MockedProvider>
    </UiProvider>
  );
  // A page suspends while it reads; only an awaited act lets it go on.
  await act(async () => {
    render(page);
    await Promise.resolve();
  });
}
