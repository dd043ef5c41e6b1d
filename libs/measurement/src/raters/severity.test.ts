import { levelsByUnit, pairsOf, type RaterMark } from './marks';
import { severityOf } from './severity';

const mark = (unit: number, rater: string, level: number): RaterMark => ({ unit: String(unit), rater, level });
const answers = Array.from({ length: 12 }, (_, unit) => unit);

test('a reviewer who marks half a level above the others on average is lenient by it, and the other severe', () => {
  const marks = answers.flatMap((unit) => [mark(unit, 'a', 1 + (unit % 2)), mark(unit, 'b', 1)]);
  const [a, b] = severityOf(marks);
  // Deviations 0 and 1, six each: sd 0.5222, SE 0.15076, Student's t with 11 degrees of freedom 2.20099.
  expect(a).toMatchObject({
    rater: 'a',
    standardError: expect.closeTo(0.15076, 5),
    deviation: { value: 0.5, low: expect.closeTo(0.5 - 0.33181, 5), high: expect.closeTo(0.5 + 0.33181, 5), n: 12 },
  });
  expect(b?.deviation).toMatchObject({ value: -0.5 });
});

test('who got the better answers is not lenient', () => {
  const shared = answers.flatMap((unit) => [mark(unit, 'a', unit % 3), mark(unit, 'b', unit % 3)]);
  const alone = answers.map((unit) => mark(100 + unit, 'a', 3));
  expect(severityOf([...shared, ...alone])[0]?.deviation).toMatchObject({ value: 0, n: 12 });
});

test('the same deviation on all answers still has an interval', () => {
  const marks = answers.flatMap((unit) => [mark(unit, 'a', 2), mark(unit, 'b', 1)]);
  const [a] = severityOf(marks);
  expect(a?.deviation).toMatchObject({ kind: 'estimate', value: 1 });
  if (a?.deviation.kind === 'estimate') expect(a.deviation.high - a.deviation.low).toBeGreaterThan(0.1);
});

test('marks that nobody else marked say nothing', () => {
  expect(severityOf(answers.map((unit) => mark(unit, 'a', 2)))).toEqual([
    { rater: 'a', deviation: { kind: 'tooFew', n: 0, needed: 10 }, standardError: null },
  ]);
  expect(severityOf([])).toEqual([]);
});

test('an answer gives one pair of a reviewer with the first of the others', () => {
  const marks = [mark(1, 'c', 3), mark(1, 'a', 1), mark(1, 'b', 2), mark(2, 'a', 0)];
  expect(pairsOf('a', marks)).toEqual([[1, 3]]);
  expect(levelsByUnit(marks)).toEqual([[3, 1, 2], [0]]);
});
