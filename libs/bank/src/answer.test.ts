import { MAX_SOURCE_BYTES, checkSource, parseAnswer } from './index';

test.each<[string, 'choice' | 'numeric' | 'code' | 'model', unknown, boolean]>([
  ['options by id', 'choice', { format: 1, kind: 'choice', picked: ['a'] }, true],
  ['an option twice', 'choice', { format: 1, kind: 'choice', picked: ['a', 'a'] }, false],
  ['an option by position', 'choice', { format: 1, kind: 'choice', picked: [0] }, false],
  ['another key', 'choice', { format: 1, kind: 'choice', picked: [], score: 1 }, false],
  ['another format', 'choice', { format: 2, kind: 'choice', picked: [] }, false],
  ['a number for a choice', 'choice', { format: 1, kind: 'numeric', text: '1' }, false],
  ['a number as text', 'numeric', { format: 1, kind: 'numeric', text: 'about 3' }, true],
  ['a number with NUL', 'numeric', { format: 1, kind: 'numeric', text: '\0' }, false],
  ['a source', 'code', { format: 1, kind: 'code', language: 'python', source: 'x = 1' }, true],
  ['a source for a model', 'model', { format: 1, kind: 'code', language: 'python', source: '' }, true],
  ['an unknown language', 'code', { format: 1, kind: 'code', language: 'cobol', source: '' }, false],
  ['nothing', 'code', null, false],
])('%s', (_name, kind, json, ok) => {
  expect(parseAnswer(kind, json).ok).toBe(ok);
});

test.each([
  ['nothing but spaces', ' \n', 'empty'],
  ['a NUL', 'x\0', 'nulByte'],
  ['a lone surrogate', 'x = "\ud800"', 'loneSurrogate'],
  ['exactly the largest size', 'é'.repeat(MAX_SOURCE_BYTES / 2), null],
  ['one byte over the largest size', 'é'.repeat(MAX_SOURCE_BYTES / 2) + 'x', 'tooLarge'],
])('a source of %s', (_name, source, issue) => {
  expect(checkSource(source)).toBe(issue);
  const parsed = parseAnswer('code', { format: 1, kind: 'code', language: 'python', source });
  expect(parsed.ok ? null : parsed.issue).toBe(issue === 'empty' ? null : issue);
});
