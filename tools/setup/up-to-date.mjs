import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Code generation writes these during a build, from other sources. */
const IGNORED = new Set(['generated', 'schema.graphql', 'node_modules']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (IGNORED.has(entry.name)) continue;
      const inside = join(path, entry.name);
      if (entry.isDirectory()) yield* filesUnder(inside);
      else yield inside;
    }
}

/** Changes when a file is added, removed, renamed or written. Reads no contents, so it takes milliseconds. */
function fingerprintOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => [...filesUnder(join(root, path))]).sort()) {
    const { size, mtimeMs, ino } = statSync(path, { throwIfNoEntry: false }) ?? {};
    hash.update(`${path}\0${size}\0${mtimeMs}\0${ino}\n`);
  }
  return hash.digest('hex');
}

/**
 * Remembers in a file from which sources the outputs were built. `before` is called ahead of a build, and its result is
 * stored after it, so that a source that changes during the build counts as changed.
 */
export function buildRecord(root, { record, sources, outputs }) {
  const file = join(root, record);
  const now = () => ({ sources: fingerprintOf(root, sources), outputs: fingerprintOf(root, outputs) });
  const stored = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    isCurrent: () => outputs.every((path) => existsSync(join(root, path))) && stored() === JSON.stringify(now()),
    before: () => now().sources,
    store(sourcesBefore) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ ...now(), sources: sourcesBefore }));
    },
  };
}
