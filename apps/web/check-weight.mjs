import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const LIMIT_KB = 250;
const ENTRY = 'index.html';
const say = (line) => process.stdout.write(`${line}\n`);
const ALSO_FIRST = ['markdown-plain.tsx', 'markdown-maths.tsx'];

if (!existsSync(`${DIST}.vite/manifest.json`)) {
  say('No web build: nothing to weigh.');
  process.exit(0);
}
const manifest = JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, 'utf8'));
const weights = new Map();

function weightOf(file) {
  if (!weights.has(file)) weights.set(file, file.endsWith('.js') ? gzipSync(readFileSync(DIST + file)).length : 0);
  return weights.get(file);
}

/** The chunk and everything it imports statically; what it imports on demand comes later, and is not weighed. */
function closure(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, found);
  return found;
}

const keys = Object.keys(manifest);
const always = [ENTRY, ...keys.filter((key) => ALSO_FIRST.some((name) => key.endsWith(name)))];
const pages = keys.filter((key) => key.endsWith('-page.tsx'));
const figures = pages
  .map((page) => {
    const chunks = new Set([...always, page].flatMap((key) => [...closure(key)]));
    const bytes = [...chunks].reduce((sum, key) => sum + weightOf(manifest[key].file), 0);
    return { page, kb: bytes / 1000 };
  })
  .sort((a, b) => b.kb - a.kb);

const heaviest = figures[0];
if (!heaviest) throw new Error('The build has no page: is the naming `*-page.tsx` still true?');
say(`page weight: ${heaviest.kb.toFixed(0)} of ${LIMIT_KB} kB gzipped before the editor (${heaviest.page})`);
if (heaviest.kb > LIMIT_KB) {
  for (const { page, kb } of figures) say(`${kb.toFixed(1).padStart(8)} kB  ${page}`);
  process.exit(1);
}
