import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompileGraphql } from './precompile-graphql';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const api = process.env['HOLDOUT_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [precompileGraphql(), react()],
  resolve: {
    alias: [
      { find: /^@holdout\/([a-z-]+)$/, replacement: `${workspace}libs/$1/src/index.ts` },
      // The site reads Markdown and never writes it; what writes it would be a tenth of the renderer.
      { find: /^(mdast-util-to-markdown|markdown-table)$/, replacement: `${workspace}apps/web/no-markdown-writer.mjs` },
    ],
  },
  build: {
    outDir: `${workspace}dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    // Monaco is one lazy chunk; what loads before it is held by check-weight.mjs.
    chunkSizeWarningLimit: 5000,
    // The content policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    manifest: true,
    // Importing one function of a lib must not bring the schemas and parsers that its index names beside it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/libs\/[a-z-]+\/src\/.*\.tsx?$/, sideEffects: false }] },
    },
  },
  server: { proxy: { '/graphql': { target: api, ws: true }, '/readyz': api, '/healthz': api } },
});
