import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** npm packages stay external, our libs are bundled. So is the decorator runtime: without it the start fails. */
const isPackage = (id) =>
  /^(node:)?[@a-z]/i.test(id) && !id.startsWith('@holdout/') && !id.startsWith('@oxc-project/runtime');

/** Emits the hash of a module and of all our modules that it imports, without which its behaviour cannot change. */
const fingerprintOf = (path, fileName) => ({
  name: 'fingerprint',
  generateBundle() {
    const ids = new Set([resolve(path)]);
    for (const id of ids) for (const imported of this.getModuleInfo(id)?.importedIds ?? []) ids.add(imported);
    const hash = createHash('sha256');
    for (const id of [...ids].filter((id) => id.startsWith('/')).sort()) hash.update(readFileSync(id));
    this.emitFile({ type: 'asset', fileName, source: hash.digest('hex') });
  },
});

/** Bundles TypeScript entry points into ES modules for Node. `fingerprints` are paths of modules by names of files. */
export async function bundle(entries, { tsconfig, out, fingerprints = {} }) {
  const plugins = Object.entries(fingerprints).map(([fileName, path]) => fingerprintOf(path, fileName));
  const build = await rolldown({ input: entries, platform: 'node', tsconfig, external: isPackage, plugins });
  await build.write({
    dir: out,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    // Without a hash: Node keeps the compiled code of each path, and would keep that of every earlier build.
    chunkFileNames: '[name].mjs',
  });
  await build.close();
}
