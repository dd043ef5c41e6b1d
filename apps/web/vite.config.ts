import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const api = process.env['HOLDOUT_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { alias: [{ find: /^@holdout\/([a-z-]+)$/, replacement: `${workspace}libs/$1/src/index.ts` }] },
  build: { outDir: `${workspace}dist/web`, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 5000 },
  server: { proxy: { '/graphql': { target: api, ws: true }, '/readyz': api, '/healthz': api } },
});
