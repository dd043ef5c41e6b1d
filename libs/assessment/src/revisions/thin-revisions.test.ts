import fc from 'fast-check';
import {
  NEWEST_KEPT,
  OLDER_BYTES,
  OLDER_KEPT,
  REFUSED_KEPT,
  type StoredRevision,
  thinRevisions,
} from './thin-revisions';

const NOW = new Date('2026-11-20T12:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

const some = (id: string, seconds: number, more: Partial<StoredRevision> = {}): StoredRevision => ({
  id,
  savedAt: ago(seconds),
  bytes: 1000,
  isRefused: false,
  isNeeded: false,
  ...more,
});

const aRevision = fc.record({
  seconds: fc.oneof(fc.nat(600), fc.nat(90_000)),
  bytes: fc.oneof(fc.nat(2000), fc.nat(300_000)),
  isRefused: fc.boolean(),
  isNeeded: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const revisions = fc
  .array(aRevision, { maxLength: 200 })
  .map((all) => all.map(({ seconds, ...more }, index) => some(`r${index}`, seconds, more)));

const keptOf = (all: readonly StoredRevision[], now = NOW) => {
  const dropped = new Set(thinRevisions(all, now));
  return all.filter(({ id }) => !dropped.has(id));
};
const byAge = (all: readonly StoredRevision[]) => all.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime());

test('needed revisions, and the newest of the others, are always kept', () => {
  fc.assert(
    fc.property(revisions, (all) => {
      const kept = new Set(keptOf(all));
      expect(all.filter(({ isNeeded }) => isNeeded).every((each) => kept.has(each))).toBe(true);
      const accepted = byAge(all.filter(({ isRefused, isNeeded }) => !isRefused && !isNeeded));
      const refused = byAge(all.filter(({ isRefused, isNeeded }) => isRefused && !isNeeded));
      expect(accepted.slice(0, NEWEST_KEPT).every((each) => kept.has(each))).toBe(true);
      expect(refused.slice(0, REFUSED_KEPT).every((each) => kept.has(each))).toBe(true);
    }),
  );
});

test('number and bytes of the rest are bounded, however many there are and however large', () => {
  fc.assert(
    fc.property(revisions, (all) => {
      const kept = keptOf(all).filter(({ isNeeded }) => !isNeeded);
      const older = byAge(kept.filter(({ isRefused }) => !isRefused)).slice(NEWEST_KEPT);
      expect(older.length).toBeLessThanOrEqual(OLDER_KEPT);
      expect(older.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(OLDER_BYTES);
      expect(kept.filter(({ isRefused }) => isRefused).length).toBeLessThanOrEqual(REFUSED_KEPT);
    }),
  );
});

test('few small ones lose only what lies close to a newer one: near in proportion to its age', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(90_000), { maxLength: 40 }).map((ages) => ages.map((age, i) => some(`r${i}`, age))),
      (all) => {
        const kept = keptOf(all);
        for (const each of all) {
          if (kept.includes(each)) continue;
          const age = NOW.getTime() - each.savedAt.getTime();
          const gaps = kept.map(({ savedAt }) => savedAt.getTime() - each.savedAt.getTime()).filter((gap) => gap >= 0);
          expect(Math.min(...gaps)).toBeLessThan(age / 16);
        }
      },
    ),
  );
});

test('thinning a second time at the same time deletes nothing more', () => {
  fc.assert(
    fc.property(revisions, (all) => {
      expect(thinRevisions(keptOf(all), NOW)).toEqual([]);
    }),
  );
});

test('two hours of saving every five seconds, thinned at every eighth, leave versions of each part of that time', () => {
  let stored: readonly StoredRevision[] = [];
  for (let n = 0; n < 1440; n++) {
    const now = new Date(NOW.getTime() + n * 5000);
    stored = [...stored, { ...some(`r${n}`, 0), savedAt: now }];
    if (n % 8 === 7) stored = keptOf(stored, now);
  }
  expect(stored.length).toBeLessThanOrEqual(NEWEST_KEPT + OLDER_KEPT);
  const minutes = byAge(stored).map(({ savedAt }) => (savedAt.getTime() - NOW.getTime()) / 60_000);
  const gaps = minutes.slice(0, -1).map((at, n) => at - (minutes[n + 1] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(20);
});
