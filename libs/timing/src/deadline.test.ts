import fc from 'fast-check';
import { closesAt, GRACE_SECONDS, isOpen, stillCounts, type TimeEntry } from './deadline';

const START = new Date('2026-03-02T10:00:00Z');
const minutesAfterStart = (entries: readonly TimeEntry[]): number | null => {
  const at = closesAt(START, entries);
  return at === null ? null : (at.getTime() - START.getTime()) / 60_000;
};

const HOUR: TimeEntry = { kind: 'limit', seconds: 3600 };

test.each<[string, readonly TimeEntry[], number | null]>([
  ['no limit', [], null],
  ['no limit, with added time', [{ kind: 'added', seconds: 60 }], null],
  ['a limit', [HOUR], 60],
  ['a quarter more time', [HOUR, { kind: 'extraTime', share: 0.25 }], 75],
  ['extra time stated before the limit', [{ kind: 'extraTime', share: 0.25 }, HOUR], 75],
  ['the newest share of extra time', [HOUR, { kind: 'extraTime', share: 0.5 }, { kind: 'extraTime', share: 0.25 }], 75],
  ['the newest breaks', [HOUR, { kind: 'break', seconds: 600 }, { kind: 'break', seconds: 300 }], 65],
  [
    'a break, a credit and added time, which extra time does not stretch',
    [
      HOUR,
      { kind: 'extraTime', share: 0.5 },
      { kind: 'break', seconds: 600 },
      { kind: 'credit', seconds: 60 },
      { kind: 'added', seconds: 120 },
    ],
    103,
  ],
])('%s gives the closing time', (_name, entries, minutes) => {
  expect(minutesAfterStart(entries)).toBe(minutes);
});

const seconds = fc.integer({ min: 0, max: 100_000 });
const onTop: fc.Arbitrary<TimeEntry> = fc.record({ kind: fc.constantFrom('credit', 'added'), seconds });

test('credits and added time never bring the deadline forward, and their order does not matter', () => {
  fc.assert(
    fc.property(fc.array(onTop), onTop, (entries, one) => {
      const before = minutesAfterStart([HOUR, ...entries]) ?? 0;
      const after = minutesAfterStart([HOUR, ...entries, one]) ?? 0;
      expect(after).toBeGreaterThanOrEqual(before);
      expect(minutesAfterStart([one, ...entries.toReversed(), HOUR])).toBe(after);
    }),
  );
});

test.each<TimeEntry>([
  { kind: 'limit', seconds: 0 },
  { kind: 'limit', seconds: Number.NaN },
  { kind: 'extraTime', share: -0.1 },
  { kind: 'added', seconds: -60 },
  { kind: 'credit', seconds: Infinity },
])('refuses an impossible amount: %o', (entry) => {
  expect(() => closesAt(START, [HOUR, entry])).toThrow(RangeError);
});

test('an attempt is open until its deadline, and always without one', () => {
  const closing = closesAt(START, [HOUR]);
  expect(isOpen(closing, new Date('2026-03-02T10:59:59.999Z'))).toBe(true);
  expect(isOpen(closing, new Date('2026-03-02T11:00:00Z'))).toBe(false);
  expect(isOpen(null, new Date('2036-03-02T11:00:00Z'))).toBe(true);
});

test('what is on its way at the deadline counts until the end of the grace, and for ever without a deadline', () => {
  const closing = closesAt(START, [HOUR]);
  const after = (seconds: number) => new Date('2026-03-02T11:00:00Z').getTime() + seconds * 1000;
  expect(stillCounts(closing, new Date(after(GRACE_SECONDS) - 1))).toBe(true);
  expect(stillCounts(closing, new Date(after(GRACE_SECONDS)))).toBe(false);
  expect(stillCounts(null, new Date('2036-03-02T11:00:00Z'))).toBe(true);
});
