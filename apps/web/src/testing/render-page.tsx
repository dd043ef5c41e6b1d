import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { UiProvider } from '@holdout/ui';
import { render } from '@testing-library/react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { en } from '../messages/en';
import { createCache } from '../platform/apollo-cache';

type Options = {
  readonly routes: RouteObject[];
  readonly at: string;
  readonly mocks?: readonly MockLink.MockedResponse[];
};

/** For tests: the page at an address, with the real words, cache and router, and the given answers of the API. */
export function renderPage({ routes, at, mocks = [] }: Options) {
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const view = render(
    <UiProvider messages={en.ui}>
      <MockedProvider mocks={mocks} cache={createCache()}>
        <RouterProvider router={router} />
      </MockedProvider>
    </UiProvider>,
  );
  return { ...view, router };
}
