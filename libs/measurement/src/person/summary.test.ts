import fc from 'fast-check';
import { skillBands, type SkilledItem } from './skill-bands';
import { summaryOf, type SummaryInput } from './summary';
import { bandOfRight, rightItems, someBand } from './test-bands';

const skilled = (skill: string, k: number, of: number): SkilledItem[] =>
  rightItems(k, of).map((item) => ({ ...item, skills: [skill] }));
const codes = (input: Partial<SummaryInput>): string[] =>
  summaryOf({ total: bandOfRight(24, 30), passLine: null, skills: [], percentile: null, ...input }).map(
    ({ code }) => code,
  );

test('a score far above the line is above it with a certainty that is never 100', () => {
  expect(summaryOf({ total: bandOfRight(30, 30), passLine: 60, skills: [], percentile: null })).toEqual([
    { code: 'ABOVE_LINE', line: 60, certainty: 99 },
    { code: 'ERROR_FROM_OWN_ITEMS' },
  ]);
});

test('certainty is rounded down', () => {
  // Φ(2.236) = 0.98733.
  expect(summaryOf({ total: bandOfRight(24, 30), passLine: 60, skills: [], percentile: null })[0]).toMatchObject({
    certainty: 98,
  });
});

test.each([
  [5, 'BELOW_LINE'],
  [17, 'NEAR_LINE'],
  [20, 'NEAR_LINE'],
  [28, 'ABOVE_LINE'],
])('%i of 30 right and a line of 60: %s', (k, code) => {
  expect(codes({ total: bandOfRight(k, 30), passLine: 60 })[0]).toBe(code);
});

test('the error is named by where it comes from', () => {
  expect(
    summaryOf({ total: bandOfRight(24, 30, { factor: 0.6, n: 214 }), passLine: null, skills: [], percentile: null }),
  ).toEqual([{ code: 'ERROR_FROM_GROUP', n: 214 }]);
});

test('with marks missing the score is provisional, and the line may depend on them', () => {
  const total = someBand([...rightItems(12, 16), { earned: 0, possible: 1, pending: 1, weight: 12 }]);
  expect(summaryOf({ total, passLine: 60, skills: [], percentile: null }).slice(0, 2)).toEqual([
    { code: 'PROVISIONAL', pendingItems: 1, items: 17 },
    { code: 'LINE_DEPENDS_ON_MARKS', line: 60 },
  ]);
});

test('without a score that is all there is to say', () => {
  expect(
    summaryOf({ total: { kind: 'noScore', reason: 'allPending' }, passLine: 60, skills: [], percentile: null }),
  ).toEqual([{ code: 'NO_SCORE', reason: 'allPending' }]);
});

test('the strongest and the weakest skill are named if they differ from the rest', () => {
  const skills = skillBands([...skilled('sql', 2, 20), ...skilled('metrics', 12, 20), ...skilled('code', 20, 20)]);
  expect(codes({ skills })).toEqual(['STRONGEST_SKILL', 'WEAKEST_SKILL', 'ERROR_FROM_OWN_ITEMS']);
  const [strongest, weakest] = summaryOf({ total: bandOfRight(34, 60), passLine: null, skills, percentile: null });
  expect(strongest).toMatchObject({ skill: 'code', points: expect.closeTo(65, 9) });
  expect(weakest).toMatchObject({ skill: 'sql', points: expect.closeTo(-70, 9) });
});

test('skills that differ by chance alone are not ranked', () => {
  const skills = skillBands([...skilled('sql', 5, 8), ...skilled('metrics', 6, 8), ...skilled('code', 7, 8)]);
  expect(codes({ skills })).toEqual(['SKILLS_NOT_DISTINGUISHABLE', 'ERROR_FROM_OWN_ITEMS']);
});

test('one skill is not compared with anything', () => {
  expect(codes({ skills: skillBands(skilled('sql', 8, 8)) })).toEqual(['ERROR_FROM_OWN_ITEMS']);
});

test('skills with few items, and skills of which all items were withdrawn, are named', () => {
  const gone: SkilledItem = { earned: 0, possible: 1, pending: 0, weight: 1, state: 'withdrawn', skills: ['metrics'] };
  const skills = skillBands([...skilled('sql', 2, 3), ...skilled('code', 6, 9), gone]);
  expect(summaryOf({ total: bandOfRight(8, 12), passLine: null, skills, percentile: null })).toEqual([
    { code: 'SKILLS_NOT_DISTINGUISHABLE' },
    { code: 'FEW_ITEMS', skills: [{ skill: 'sql', items: 3 }] },
    { code: 'SKILL_WITHDRAWN', skill: 'metrics' },
    { code: 'ERROR_FROM_OWN_ITEMS' },
  ]);
});

test('a percentile comes with its interval and n, or says that there are too few', () => {
  expect(codes({ percentile: { kind: 'tooFew', n: 12, needed: 30 } })).toContain('TOO_FEW_TO_COMPARE');
  const percentile = {
    kind: 'percentile',
    value: 63,
    low: 40,
    high: 80,
    sampling: { low: 55, high: 70 },
    n: 214,
  } as const;
  expect(summaryOf({ total: bandOfRight(24, 30), passLine: null, skills: [], percentile })).toContainEqual({
    code: 'PERCENTILE',
    value: 63,
    low: 40,
    high: 80,
    n: 214,
  });
});

test('the error of a group is used for a skill from five items on', () => {
  const scales = new Map([
    ['sql', { factor: 0.5, n: 40 }],
    ['code', { factor: 0.5, n: 40 }],
  ]);
  const [code, sql] = skillBands([...skilled('sql', 2, 4), ...skilled('code', 3, 5)], scales);
  expect(code?.band).toMatchObject({ method: 'alpha' });
  expect(sql?.band).toMatchObject({ method: 'lord' });
});

test('no number of a summary is NaN, and no skill is both the strongest and the weakest', () => {
  const items = fc.array(
    fc.record({
      earned: fc.nat(3),
      possible: fc.constant(3),
      pending: fc.constantFrom(0, 0, 0, 0, 3),
      weight: fc.integer({ min: 1, max: 4 }),
      state: fc.constantFrom('answered' as const, 'withdrawn' as const),
      skills: fc.subarray(['sql', 'metrics', 'code'], { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 100 }), (drawn, passLine) => {
      const rows = drawn.map((each) => ({ ...each, earned: each.pending > 0 ? 0 : each.earned }));
      const skills = skillBands(rows);
      const total = skillBands(rows.map((row) => ({ ...row, skills: ['all'] })))[0]?.band;
      if (total === undefined) return;
      const messages = summaryOf({ total, passLine, skills, percentile: null });
      expect(JSON.stringify(messages)).not.toMatch(/null|NaN/);
      const ends = messages.filter(({ code }) => code === 'STRONGEST_SKILL' || code === 'WEAKEST_SKILL');
      const names = ends.map((each) => ('skill' in each ? each.skill : ''));
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});
