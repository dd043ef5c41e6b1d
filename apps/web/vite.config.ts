import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type DefinitionNode, Kind, parse } from 'graphql';
import { defineConfig, type Plugin } from 'vite';
import { excalidrawFonts } from './excalidraw-fonts';
import { katexFonts } from './katex-fonts';
import { operationIds } from './src/generated/operation-ids';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const api = process.env['HOLDOUT_API'] ?? 'http://127.0.0.1:3000';

const LEFT_OUT_OF_MARKDOWN = /^(mdast-util-to-markdown|markdown-table)$/;

const TEMPLATE = /\bgql`([^`]*)`/g;
const SPREAD = /\$\{([A-Za-z_$][\w$]*)\}/g;

/** Drops a fragment that two others both bring along. */
const ONCE = '.filter((one, at, all) => all.findIndex((other) => other.name.value === one.name.value) === at)';

/** Ids stand beside their operations, so that a page loads those of its own only; `persistedLink` reads them. */
function withId(definition: DefinitionNode): DefinitionNode & { readonly id?: string } {
  const id = definition.kind === Kind.OPERATION_DEFINITION ? operationIds[definition.name?.value ?? ''] : undefined;
  return id === undefined ? definition : { ...definition, id };
}

function compiled(template: string): string {
  const fragments = [...template.matchAll(SPREAD)].map(([, name = '']) => `...${name}.definitions`);
  const { definitions } = parse(template.replace(SPREAD, ''), { noLocation: true });
  const own = JSON.stringify(definitions.map(withId));
  if (fragments.length === 0) return `({ kind: 'Document', definitions: ${own} })`;
  return `({ kind: 'Document', definitions: [...${own}, ${fragments.join(', ')}]${ONCE} })`;
}

/** Parses every gql template at build time, so that no visitor's browser loads a GraphQL parser. */
function precompileGraphql(): Plugin {
  return {
    name: 'precompile-graphql',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/apps\/web\/src\/.*\.tsx?$/, code: 'gql`' },
      handler: (code) => ({ code: code.replace(TEMPLATE, (_all, template: string) => compiled(template)), map: null }),
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [precompileGraphql(), react(), excalidrawFonts(), katexFonts()],
  // The canvas asks for it, and a browser has no process.
  define: { 'process.env.IS_PREACT': '"false"' },
  resolve: {
    alias: [
      { find: /^@holdout\/([a-z-]+)$/, replacement: `${workspace}libs/$1/src/index.ts` },
      { find: '@excalidraw/mermaid-to-excalidraw', replacement: `${workspace}apps/web/left-out-of-canvas.mjs` },
      { find: './TableScrollContainer.mjs', replacement: `${workspace}apps/web/left-out-of-table.mjs` },
      { find: LEFT_OUT_OF_MARKDOWN, replacement: `${workspace}apps/web/left-out-of-markdown.mjs` },
    ],
  },
  build: {
    outDir: `${workspace}dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    // Every browser of this target preloads modules itself.
    modulePreload: { polyfill: false },
    // Monaco is one lazy chunk; what loads before it is held by check-weight.mjs.
    chunkSizeWarningLimit: 5000,
    // The content policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    manifest: true,
    // Importing one function of a lib must not bring the schemas and parsers that its index names beside it. The editor is
    // all side effects: it registers languages and commands.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: /\/libs\/(?!code-editor\/)[a-z-]+\/src\/.*\.tsx?$/, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/graphql': { target: api, ws: true }, '/readyz': api, '/healthz': api } },
});
