import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { UiProvider } from '@holdout/ui';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { en } from '../messages/en';
import { MessagesContext } from '../messages/messages';
import { createRouter } from './routes';

/** Providers around the router. */
export function App({ client }: { readonly client: ApolloClient }) {
  const [router] = useState(createRouter);
  return (
    <MessagesContext value={en}>
      <UiProvider messages={en.ui}>
        <ApolloProvider client={client}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </UiProvider>
    </MessagesContext>
  );
}
