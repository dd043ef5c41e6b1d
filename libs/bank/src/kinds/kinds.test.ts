import { createHash } from 'node:crypto';
import { EXAMPLE_BANK } from '@holdout/testing';
import fc from 'fast-check';
import { kindOf, KINDS, parseAnswer, readBank } from '../index';
import { examplesOf } from './test-examples';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const bank = readBank(EXAMPLE_BANK, { sha256 });
const { bundleOf, drawnWith, wholeOf, answerOf } = examplesOf(bank);

const EXAMPLES = ['plot', 'ordering', 'reading', 'text', 'scenario', 'design'] as const;

test('the example of each kind loads', () => {
  expect(bank.issues).toEqual([]);
  expect(bank.questions.map(({ bundle }) => bundle.kind).sort()).toEqual([...EXAMPLES].sort());
});

/** Every text of a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test.each(EXAMPLES)('the candidate part of a %s contains no sentence of the secret part', (kind) => {
  const { candidate, secret } = bundleOf(kind);
  const seen = JSON.stringify(candidate);
  const secrets = textsIn(secret).filter((text) => text.includes(' '));
  expect(secrets.length).toBeGreaterThan(2);
  expect(secrets.filter((text) => seen.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
});

test.each(EXAMPLES)(
  'the candidate part of a %s names no key, misconception, reason, level or accepted answer',
  (kind) => {
    const keys = (value: unknown): readonly string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
        : [];
    const told = keys(bundleOf(kind).candidate).filter((key) =>
      /^(key|keys|accept|partial|wrong|why|misconception|before|leaveOut|rubric|levels|redFlags|samples|answer|absTol|relTol|followUps|probes|example)$/.test(
        key,
      ),
    );
    expect(told).toEqual([]);
  },
);

test.each(EXAMPLES)('the same seed draws the same %s, and shuffling keeps all items', (kind) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{8,64}$/), (seed) => {
      const draw = drawnWith(kind, seed);
      expect(drawnWith(kind, seed)).toEqual(draw);
      for (const [list, ids] of Object.entries(draw ?? {})) {
        expect([...ids].sort()).toEqual([...(drawnWith(kind, 'ab')?.[list] ?? [])].sort());
      }
    }),
  );
});

test('an ordering is never drawn in a correct order', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{8}$/), (seed) => {
      const steps = (drawnWith('ordering', seed)?.['steps'] ?? []).filter((id) => id !== 'tune');
      expect(steps).not.toEqual(['log', 'shadow', 'canary', 'full']);
    }),
    { numRuns: 500 },
  );
});

/** Well-formed answers, correct or wrong. */
const ANSWERS: Readonly<Record<(typeof EXAMPLES)[number], fc.Arbitrary<object>>> = {
  plot: fc.record({
    parts: fc.record(
      {
        ship: fc.record({ point: fc.record({ depth: fc.constantFrom('1', '2', '4', '12', '2.5', 'x', '') }) }),
        gap: fc.record({ picked: fc.subarray(['memorises', 'too-simple', 'leak'], { maxLength: 1 }) }),
      },
      { requiredKeys: [] },
    ),
  }),
  ordering: fc.record({ steps: fc.shuffledSubarray(['log', 'shadow', 'canary', 'full', 'tune']) }),
  reading: fc.record({
    parts: fc.record(
      {
        leak: fc.record({ lines: fc.subarray([1, 2, 3, 4], { maxLength: 1 }) }),
        held: fc.record({ lines: fc.subarray([1, 2, 3, 4]) }),
        effect: fc.record({ picked: fc.subarray(['falls', 'rises', 'same']) }),
      },
      { requiredKeys: [] },
    ),
  }),
  text: fc.record({ text: fc.constantFrom('AP', 'the average precision', 'ROC AUC', 'pr-auc', '', 'something else') }),
  scenario: fc.record({ texts: fc.constant([{ part: 'prompt', text: 'I look first.' }]) }),
  design: fc.record({
    scene: fc.constant(null),
    blocks: fc.constant({ label: 'A turbine and a day.' }),
    numbers: fc.record({ readings: fc.constantFrom('6912000', '6.9e6', '4800', 'many', '') }, { requiredKeys: [] }),
  }),
};

test.each(EXAMPLES)(
  'a well-formed answer to a %s fits, and earned plus pending points stay within the possible ones',
  (kind) => {
    fc.assert(
      fc.property(ANSWERS[kind], (body) => {
        const whole = wholeOf(kind);
        const answer = answerOf(kind, body);
        expect(kindOf(kind).misfitOf(whole, answer)).toBeNull();
        const { earned, possible, pending } = kindOf(kind).score(whole, answer);
        expect(possible).toBe(kindOf(kind).possible(whole));
        expect(earned).toBeGreaterThanOrEqual(0);
        expect(earned + pending).toBeLessThanOrEqual(possible);
      }),
    );
  },
);

test.each([
  ['plot', { parts: { ship: { point: { depth: 2 } } } }],
  ['plot', { parts: { __proto__: 1, 'Not an id': { picked: [] } } }],
  ['reading', { parts: { leak: { lines: [0] } } }],
  ['reading', { parts: { leak: { lines: [1, 1] } } }],
  ['ordering', { steps: ['log', 'log'] }],
  ['ordering', { steps: 'log' }],
  ['text', { text: 'a\0b' }],
  ['text', { text: '\ud800' }],
  ['scenario', { texts: [] }],
  ['design', { scene: {}, blocks: {}, numbers: {} }],
  ['design', { scene: null, blocks: { label: 'a\0b' }, numbers: {} }],
])('a malformed answer to a %s is refused: %j', (kind, body) => {
  expect(parseAnswer(kind, { format: 1, kind, ...body }).ok).toBe(false);
});

test('an unknown kind throws', () => {
  expect(() => kindOf('essay')).toThrow('no kind of question called essay');
  expect(Object.keys(KINDS)).toHaveLength(10);
});
