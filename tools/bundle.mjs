import { rolldown } from 'rolldown';

/** Packages stay in node_modules; our own libs are bundled. The decorator runtime must be bundled too, or start fails. */
const isPackage = (id) =>
  /^(node:)?[@a-z]/i.test(id) && !id.startsWith('@holdout/') && !id.startsWith('@oxc-project/runtime');

/** Bundles entry points written in TypeScript into modules that Node runs as they are. */
export async function bundle(entries, { tsconfig, out }) {
  const build = await rolldown({ input: entries, platform: 'node', tsconfig, external: isPackage });
  await build.write({
    dir: out,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await build.close();
}
