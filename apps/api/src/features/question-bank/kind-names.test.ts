import { readFileSync } from 'node:fs';
import { QUESTION_KINDS } from '@holdout/bank';
import { kindNamed, kindView } from './kind-names';

test('the check constraint of question_version allows exactly the kinds of the bank', () => {
  const schema = readFileSync('docs/schema.sql', 'utf8');
  const check = /question_version_kind_check CHECK \(\(kind = ANY \(ARRAY\[([^\]]+)\]/.exec(schema)?.[1] ?? '';
  expect([...check.matchAll(/'(\w+)'/g)].map(([, kind]) => kind)).toEqual([...QUESTION_KINDS]);
});

test.each(QUESTION_KINDS)('%s maps to a kind of the schema and back', (kind) => {
  expect(kindNamed(kindView(kind))).toBe(kind);
});
