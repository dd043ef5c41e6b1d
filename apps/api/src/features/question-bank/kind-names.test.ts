import { readFileSync } from 'node:fs';
import { QUESTION_KINDS } from '@holdout/bank';
import { kindNamed, kindView } from './kind-names';

test('the table of versions takes every kind of the bank and no other', () => {
  const schema = readFileSync('docs/schema.sql', 'utf8');
  const check = /question_version_kind_check CHECK \(\(kind = ANY \(ARRAY\[([^\]]+)\]/.exec(schema)?.[1] ?? '';
  expect([...check.matchAll(/'(\w+)'/g)].map(([, kind]) => kind)).toEqual([...QUESTION_KINDS]);
});

test.each(QUESTION_KINDS)('%s keeps its name through the API', (kind) => {
  expect(kindNamed(kindView(kind))).toBe(kind);
});
