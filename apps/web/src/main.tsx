import '@mantine/core/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createApolloClient } from './platform/apollo-client';
import { errorCodeOf } from './platform/error-code';
import { listenBeforeRouter } from './platform/history-holds';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

listenBeforeRouter();
const client = createApolloClient({ origin: window.location.origin, isPersisted: import.meta.env.PROD });
createRoot(root, {
  // The page shows what the API refuses; only unexpected errors go to the console.
  onCaughtError: (error) => {
    // eslint-disable-next-line no-console -- the only place that writes to the browser console
    if (errorCodeOf(error) === 'INTERNAL') console.error(error);
  },
}).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
