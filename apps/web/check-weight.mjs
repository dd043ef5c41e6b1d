import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const LIMIT_KB = 250;
const ENTRY = 'index.html';
const say = (line) => process.stdout.write(`${line}\n`);

if (!existsSync(`${DIST}.vite/manifest.json`)) {
  say('No web build: nothing to weigh.');
  process.exit(0);
}
const manifest = JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, 'utf8'));
const keys = Object.keys(manifest);
const chunk = (ending) => keys.filter((key) => key.endsWith(ending));
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

function kbOf(starts) {
  const chunks = new Set(starts.flatMap((key) => [...closure(key)]));
  return [...chunks].reduce((sum, key) => sum + weightOf(manifest[key].file), 0) / 1000;
}

/** These show Markdown as soon as they open; its renderer is a chunk on demand, and counts all the same. */
const SHOWS_MARKDOWN = /features\/(question|quiz)\//;
/** So does the commonest kind of question, wherever an item is answered or explained. */
const SHOWS_ITEMS = /features\/(question|quiz)\/(?!new-)/;

function lazyOn(page) {
  return [
    ...(SHOWS_MARKDOWN.test(page) ? chunk('markdown-renderer.tsx') : []),
    ...(SHOWS_ITEMS.test(page) ? chunk('kinds/choice/choice-field.tsx') : []),
  ];
}

const figures = chunk('-page.tsx')
  .map((page) => {
    const starts = [ENTRY, page, ...lazyOn(page)];
    return { page, kb: kbOf(starts) };
  })
  .sort((a, b) => b.kb - a.kb);

const heaviest = figures[0];
if (!heaviest) throw new Error('The build has no page: is the naming `*-page.tsx` still true?');
const isOver = heaviest.kb > LIMIT_KB;
say(
  `page weight: ${heaviest.kb.toFixed(0)} of ${LIMIT_KB} kB of JavaScript gzipped before the editor (${heaviest.page})`,
);
if (isOver || process.argv.includes('--all')) {
  for (const { page, kb } of figures) say(`${kb.toFixed(1).padStart(8)} kB  ${page}`);
}
if (isOver) process.exit(1);
