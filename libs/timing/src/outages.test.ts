import fc from 'fast-check';
import { givenTimes } from './given';
import { beat, type Heartbeat, OUTAGE_AFTER_SECONDS, type Outage } from './outages';

const START = Date.parse('2026-03-02T10:00:00Z');
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const NEVER: Heartbeat = { beatAt: null, gradersAbsentSince: null, gradersCreditedUntil: null };

/** The outages of beats, each at a second, with or without a grader. */
function outagesOf(beats: readonly (readonly [number, boolean])[]): readonly (readonly [string, number, number])[] {
  let state = NEVER;
  return beats.flatMap(([seconds, hasGrader]) => {
    const { after, outages } = beat(state, { now: at(seconds), hasGrader });
    state = after;
    return outages.map(({ kind, since, until }: Outage) => {
      return [kind, (since.getTime() - START) / 1000, (until.getTime() - START) / 1000] as const;
    });
  });
}

test('the first beat is no outage, a gap of 15 s is none, and one of 16 s is one', () => {
  expect(outagesOf([[100, true]])).toEqual([]);
  expect(
    outagesOf([
      [0, true],
      [14, true],
      [29, true],
    ]),
  ).toEqual([]);
  expect(
    outagesOf([
      [0, true],
      [16, true],
    ]),
  ).toEqual([['api', 0, 16]]);
});

test('two apis that beat at once after a gap make one outage, and one whose clock is behind makes none', () => {
  expect(
    outagesOf([
      [0, true],
      [60, true],
      [60, true],
      [20, true],
      [65, true],
    ]),
  ).toEqual([['api', 0, 60]]);
});

test('absent graders are an outage from the beat that misses them, given back in parts and up to their return', () => {
  const away = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50].map((seconds) => [seconds, false] as const);
  expect(outagesOf([[0, true], ...away.slice(0, 3), [20, true]])).toEqual([['graders', 5, 20]]);
  expect(outagesOf([[0, true], ...away, [52, true]])).toEqual([
    ['graders', 5, 25],
    ['graders', 25, 45],
    ['graders', 45, 52],
  ]);
});

test('when the api is away while graders are, its gap is not theirs too', () => {
  const before = [5, 10, 15, 20, 25, 30].map((seconds) => [seconds, false] as const);
  expect(outagesOf([[0, true], ...before, [90, false], [95, true]])).toEqual([
    ['graders', 5, 25],
    ['graders', 25, 30],
    ['api', 30, 90],
    ['graders', 90, 95],
  ]);
});

test('whatever the beats, outages of one kind never overlap, and those of both never do', () => {
  const aBeat = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(aBeat), (gaps) => {
      let time = 0;
      const outages = outagesOf(gaps.map(([gap, hasGrader]) => [(time += gap), hasGrader] as const));
      for (const [, since, until] of outages) expect(until).toBeGreaterThan(since);
      for (const [index, outage] of outages.entries()) {
        const next = outages[index + 1];
        if (next !== undefined) expect(next[1]).toBeGreaterThanOrEqual(outage[2]);
      }
      const ofApi = gaps.filter(([gap], index) => index > 0 && gap > OUTAGE_AFTER_SECONDS).length;
      expect(outages.filter(([kind]) => kind === 'api')).toHaveLength(ofApi);
    }),
  );
});

test('what was given during an attempt is told by kind and moment; the start and a smaller allowance are not', () => {
  const logged = (entry: Parameters<typeof givenTimes>[1][number]['entry'], seconds: number) => ({
    entry,
    since: at(seconds),
    at: at(seconds),
  });
  const entries = [
    logged({ kind: 'limit', seconds: 3600 }, 0),
    logged({ kind: 'extraTime', share: 0.25 }, 0),
    logged({ kind: 'credit', seconds: 360 }, 600),
    logged({ kind: 'extraTime', share: 0.5 }, 700),
    logged({ kind: 'break', seconds: 300 }, 700),
    logged({ kind: 'extraTime', share: 0 }, 800),
    logged({ kind: 'added', seconds: 60 }, 900),
  ];
  expect(givenTimes(at(0), entries)).toEqual([
    { kind: 'outage', seconds: 360, at: at(600) },
    { kind: 'allowance', seconds: 1200, at: at(700) },
    { kind: 'added', seconds: 60, at: at(900) },
  ]);
});
