import '@mantine/core/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BothSchemes, StatesPage } from './states-page';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Monaco has its own page; the plain field shows the same states.
localStorage.setItem('holdout.plain-editor', 'yes');
const scheme = new URLSearchParams(window.location.search).get('scheme');
createRoot(root).render(
  <StrictMode>
    {scheme === 'light' || scheme === 'dark' ? <StatesPage colorScheme={scheme} /> : <BothSchemes />}
  </StrictMode>,
);
