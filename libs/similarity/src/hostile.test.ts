import { findAlike } from './find-alike';
import { matchesOf } from './matches';
import { many } from './test-programs';
import { MOST_TOKENS } from './tokens/token';
import { type SimilarityLanguage, tokenizerOf } from './tokens/tokenize';

const SIZE = 100_000;
const HOSTILE: Readonly<Record<string, string>> = {
  'one line': 'x+'.repeat(SIZE / 2),
  'open brackets': '('.repeat(SIZE),
  'open texts': '`${'.repeat(SIZE / 3),
  'deep blocks': Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n'),
  'one name': 'a'.repeat(SIZE),
  'one text': `'${'é'.repeat(SIZE)}`,
  binary: Array.from({ length: SIZE }, (_, n) => String.fromCharCode((n * 7_919) % 65_536)).join(''),
  'null characters': '\0'.repeat(SIZE),
  'halves of pairs': '\ud800x = 1\n'.repeat(9_000),
  nothing: '',
};
const LANGUAGES: readonly SimilarityLanguage[] = ['python', 'r', 'javascript', 'typescript', 'sql'];

test.each(LANGUAGES)('every text can be read as %s', async (language) => {
  const tokenize = await tokenizerOf(language);
  for (const source of Object.values(HOSTILE)) expect(tokenize(source).length).toBeLessThanOrEqual(MOST_TOKENS);
});

test('answers that repeat one thing thousands of times are compared like others', async () => {
  const hostile = Object.entries(HOSTILE).map(([id, source]) => ({ id, source }));
  const { programs, alike } = await findAlike({ language: 'python', starter: '' }, [...hostile, ...many(20, 30)]);
  expect(programs).toBe(30);
  expect(alike).toEqual([]);
  const line = HOSTILE['one line'] ?? '';
  expect(await matchesOf('python', '', [line, line])).toEqual([
    expect.objectContaining({ tokens: MOST_TOKENS }) as object,
  ]);
});

test('SQL that PostgreSQL refuses is read word by word', async () => {
  const tokenize = await tokenizerOf('sql');
  expect(tokenize("select a1, 2.5 from 'x").map(({ text }) => text)).toEqual([
    ...['name', 'name', ',', 'number', 'name', "'", 'name'],
  ]);
});

test('places are counted in the units of the text, whatever stands before them', async () => {
  const source = "select 'é😀' as b, Count(*) -- c\n";
  const tokens = (await tokenizerOf('sql'))(source);
  expect(tokens.map(({ from, to }) => source.slice(from, to))).toEqual([
    ...['select', "'é😀'", 'as', 'b', ',', 'Count', '(', '*', ')'],
  ]);
});

test('texts with values inside and comments are read as what they are', async () => {
  const python = (await tokenizerOf('python'))('x = f"a{y}b" # c');
  expect(python.map(({ text }) => text)).toEqual(['name', '=', 'text', '{', 'name', '}', 'text']);
  const r = (await tokenizerOf('r'))('f <- function(x) x[["a"]] # c');
  expect(r.map(({ text }) => text).join(' ')).toBe('name <- function ( name ) name [ [ text ] ]');
  const typescript = (await tokenizerOf('typescript'))('const f = (a: number): string => `${a}`;');
  expect(typescript.map(({ text }) => text)[4]).toBe('name');
});
