import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]*)['"]/gm;
const LAZY = /\bimport\(\s*['"](\.[^'"]*)['"]\s*\)/g;
const ENDINGS = ['.ts', '.tsx', '/index.ts', '.mjs', ''];

const GENERATED = /[\\/]generated[\\/]/;

const cache = new Map();

function fileOf(from, specifier) {
  const base = resolve(dirname(from), specifier);
  return ENDINGS.map((ending) => base + ending).find((path) => existsSync(path) && statSync(path).isFile()) ?? null;
}

function importsOf(file) {
  if (GENERATED.test(file)) return [];
  const { mtimeMs } = statSync(file);
  const known = cache.get(file);
  if (known?.mtimeMs === mtimeMs) return known.imports;
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(IMPORT), ...text.matchAll(LAZY)].map((match) => fileOf(file, match[1]));
  const imports = found.filter((path) => path !== null);
  cache.set(file, { mtimeMs, imports });
  return imports;
}

function pathBack(start, target) {
  const seen = new Set();
  const waiting = [[start]];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const last = path.at(-1);
    if (last === target) return path;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of importsOf(last)) waiting.push([...path, next]);
  }
  return null;
}

/**
 * Modules that import each other can only be understood, tested and moved together. Type imports count: a type that
 * both need gets a file of its own, and so does a module that is loaded later by `import()`. A generated file does not
 * count: the resolver types import what each feature maps them to, and every resolver imports those types.
 */
export const noCycle = {
  meta: { type: 'problem', schema: [], messages: { cycle: 'This import is part of a cycle: {{path}}' } },
  create(context) {
    const check = (node) => {
      if (!node.source || !String(node.source.value).startsWith('.')) return;
      const file = fileOf(context.filename, node.source.value);
      const path = file && pathBack(file, context.filename);
      if (path)
        context.report({
          node,
          messageId: 'cycle',
          data: { path: path.map((one) => one.split('/').at(-1)).join(' → ') },
        });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
