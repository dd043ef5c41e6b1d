import '@mantine/core/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createApolloClient } from './platform/apollo-client';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const client = createApolloClient({ origin: window.location.origin, isPersisted: import.meta.env.PROD });
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
