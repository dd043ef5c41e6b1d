import fc from 'fast-check';
import { closesAt, type TimeEntry } from './deadline';
import { enterSection, isSectionOpen, type LoggedEntry, sectionClosesAt, type TimedSection } from './sections';

const START = new Date('2026-03-02T10:00:00Z');
const minute = (n: number): Date => new Date(START.getTime() + n * 60_000);
const logged = (entry: TimeEntry, at: number, since = at): LoggedEntry => ({
  entry,
  since: minute(since),
  at: minute(at),
});

const LIMIT = logged({ kind: 'limit', seconds: 3600 }, 0);
const TEN = { enteredAt: minute(5), limitSeconds: 600 };
const closing = (entries: readonly LoggedEntry[]): number => {
  const all = [LIMIT, ...entries];
  const attempt = closesAt(
    START,
    all.map(({ entry }) => entry),
  );
  return (sectionClosesAt(TEN, all, attempt).getTime() - START.getTime()) / 60_000;
};

test.each<[string, readonly LoggedEntry[], number]>([
  ['its limit', [], 15],
  ['extra time, which stretches its limit', [logged({ kind: 'extraTime', share: 0.5 }, 0)], 20],
  ['all breaks of the person', [logged({ kind: 'break', seconds: 300 }, 0)], 20],
  ['time added while it is open', [logged({ kind: 'added', seconds: 120 }, 8)], 17],
  ['no time added before it was entered', [logged({ kind: 'added', seconds: 120 }, 4)], 15],
  ['no time added after it closed', [logged({ kind: 'added', seconds: 120 }, 15)], 15],
  ['an outage while it is open', [logged({ kind: 'credit', seconds: 180 }, 10, 7)], 18],
  ['an outage that covers its deadline', [logged({ kind: 'credit', seconds: 900 }, 29, 14)], 30],
  ['of an outage only what lies after its entry', [logged({ kind: 'credit', seconds: 240 }, 6, 2)], 16],
  ['no outage before it was entered', [logged({ kind: 'credit', seconds: 240 }, 4, 0)], 15],
])('a section closes by %s', (_name, entries, at) => {
  expect(closing(entries)).toBe(at);
});

test('a section never outlives the attempt', () => {
  expect(sectionClosesAt({ enteredAt: minute(55), limitSeconds: 600 }, [LIMIT], minute(60))).toEqual(minute(60));
});

const anEntry: fc.Arbitrary<LoggedEntry> = fc
  .record({
    kind: fc.constantFrom('credit' as const, 'added' as const),
    seconds: fc.integer({ min: 0, max: 3600 }),
    at: fc.integer({ min: 0, max: 7200 }),
  })
  .map(({ kind, seconds, at }) => ({
    entry: { kind, seconds },
    at: new Date(START.getTime() + at * 1000),
    since: new Date(START.getTime() + (kind === 'credit' ? at - seconds : at) * 1000),
  }));
const aSection = fc.record({
  enteredAt: fc.integer({ min: 0, max: 3600 }).map((s) => new Date(START.getTime() + s * 1000)),
  limitSeconds: fc.integer({ min: 60, max: 3600 }),
});

const both = (section: { enteredAt: Date; limitSeconds: number }, entries: readonly LoggedEntry[]) => {
  const attempt = closesAt(
    START,
    entries.map(({ entry }) => entry),
  );
  return { attempt: attempt?.getTime() ?? Infinity, section: sectionClosesAt(section, entries, attempt).getTime() };
};

test('no credit and no added time brings the deadline of an attempt or a section forward, in whatever order', () => {
  fc.assert(
    fc.property(aSection, fc.array(anEntry), anEntry, (section, entries, one) => {
      const before = both(section, [LIMIT, ...entries]);
      const after = both(section, [LIMIT, ...entries, one]);
      expect(after.attempt).toBeGreaterThanOrEqual(before.attempt);
      expect(after.section).toBeGreaterThanOrEqual(before.section);
      expect(both(section, [LIMIT, one, ...entries.toReversed()])).toEqual(after);
      expect(after.section).toBeLessThanOrEqual(after.attempt);
    }),
  );
});

const aMove = fc.record({ id: fc.constantFrom('a', 'b', 'c'), after: fc.integer({ min: 0, max: 20 }) });

test('however sections are entered, at most one is open, none is entered twice, and none outlives the attempt', () => {
  fc.assert(
    fc.property(fc.array(aMove, { maxLength: 12 }), fc.boolean(), (moves, mayGoBack) => {
      let sections: TimedSection[] = ['a', 'b', 'c'].map((id, index) => ({
        id,
        position: index + 1,
        limitSeconds: 600,
        enteredAt: null,
        leftAt: null,
        closesAt: null,
      }));
      let time = 0;
      for (const { id, after } of moves) {
        time += after;
        const now = minute(time);
        const entering = enterSection(sections, id, { mayGoBack, now });
        if (entering?.kind !== 'enter') continue;
        const left = new Set(entering.leaves.map((each) => each.id));
        sections = sections.map((each) => {
          if (left.has(each.id)) return { ...each, leftAt: now };
          if (each.id !== id) return each;
          expect(each.enteredAt).toBeNull();
          return {
            ...each,
            enteredAt: now,
            closesAt: sectionClosesAt({ ...each, enteredAt: now }, [LIMIT], minute(60)),
          };
        });
        expect(sections.filter((each) => isSectionOpen(each, now)).length).toBeLessThanOrEqual(1);
      }
      const entered = sections.filter(({ enteredAt }) => enteredAt !== null);
      expect(entered.every(({ closesAt: end }) => end !== null && end <= minute(60))).toBe(true);
      if (!mayGoBack) expect(entered.map((each) => each.id)).toEqual(['a', 'b', 'c'].slice(0, entered.length));
    }),
  );
});

test('a section that was left or whose time is up cannot be entered again; one that is open can', () => {
  const open: TimedSection = {
    id: 'a',
    position: 1,
    limitSeconds: 600,
    enteredAt: minute(0),
    leftAt: null,
    closesAt: minute(10),
  };
  const rules = { mayGoBack: true, now: minute(5) };
  expect(enterSection([open], 'a', rules)).toEqual({ kind: 'again' });
  expect(enterSection([{ ...open, leftAt: minute(4) }], 'a', rules)).toEqual({ kind: 'closed' });
  expect(enterSection([open], 'a', { ...rules, now: minute(10) })).toEqual({ kind: 'closed' });
  expect(enterSection([open], 'b', rules)).toBeNull();
});
