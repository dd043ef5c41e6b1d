import { rolldown } from 'rolldown';

/** npm packages stay external, our libs are bundled. So is the decorator runtime: without it the start fails. */
const isPackage = (id) =>
  /^(node:)?[@a-z]/i.test(id) && !id.startsWith('@holdout/') && !id.startsWith('@oxc-project/runtime');

/** Bundles TypeScript entry points into ES modules for Node. */
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
