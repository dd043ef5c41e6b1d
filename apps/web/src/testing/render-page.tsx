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
  /** Replaces `mocks` by an API that the test controls. */
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

/** For tests: renders the page at a URL with the real texts, cache and router, and mocked API responses. */
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
  // A page suspends while it loads; only an awaited `act` lets it resume.
  await act(async () => {
    render(page);
    await Promise.resolve();
  });
}
