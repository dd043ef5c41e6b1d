import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { UiProvider } from '@holdout/ui';
import { BrowserRouter, useRoutes } from 'react-router';
import { en } from '../messages/en';
import { MessagesContext } from '../messages/messages';
import { routes } from './routes';

function Pages() {
  return useRoutes(routes);
}

/** The providers and the router. */
export function App({ client }: { readonly client: ApolloClient }) {
  return (
    <MessagesContext value={en}>
      <UiProvider messages={en.ui}>
        <ApolloProvider client={client}>
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
        </ApolloProvider>
      </UiProvider>
    </MessagesContext>
  );
}
