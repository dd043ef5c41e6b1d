import { trialOf } from './trial';

const BANK = [
  { id: 'choice', kind: 'choice', languages: [] },
  { id: 'numeric', kind: 'numeric', languages: [] },
  { id: 'function', kind: 'code', languages: ['python', 'r'] },
  { id: 'query', kind: 'code', languages: ['sql'] },
];

const idsOf = (kinds: Parameters<typeof trialOf>[1]['kinds'], languages: readonly string[] = []) =>
  trialOf(BANK, { kinds, languages }).map(({ id }) => id);

test('a trial has the kinds of the assessment and no other', () => {
  expect(idsOf([{ kind: 'numeric', languages: [] }])).toEqual(['numeric']);
  expect(idsOf([])).toEqual([]);
});

test('code is tried in every way in which the assessment is answered', () => {
  expect(idsOf([{ kind: 'code', languages: ['python', 'sql'] }])).toEqual(['function', 'query']);
  expect(idsOf([{ kind: 'code', languages: ['sql'] }])).toEqual(['query']);
});

test('a language that the assessment does not allow is not tried, unless a question offers no other', () => {
  expect(idsOf([{ kind: 'code', languages: ['python', 'sql'] }], ['python'])).toEqual(['function']);
  expect(idsOf([{ kind: 'code', languages: ['sql'] }], ['python'])).toEqual(['query']);
});

test('a kind without a question in the trial bank is left out', () => {
  expect(idsOf([{ kind: 'code', languages: ['typescript'] }])).toEqual([]);
});
