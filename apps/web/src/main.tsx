import '@mantine/core/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createApolloClient } from './platform/apollo-client';
import { errorCodeOf } from './platform/error-code';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const client = createApolloClient({ origin: window.location.origin, isPersisted: import.meta.env.PROD });
createRoot(root, {
  // What the API refuses is said on the page; the console is for failures of our own.
  onCaughtError: (error) => {
    // eslint-disable-next-line no-console -- the one place where the browser's console is written to
    if (errorCodeOf(error) === 'INTERNAL') console.error(error);
  },
}).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
