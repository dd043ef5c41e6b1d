import fc from 'fast-check';
import { momentPassed, secondsLeft, serverTimeAt, timeLeft } from './time-left';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

test.each([
  [2880, { kind: 'minutes', minutes: 48 }],
  [2821, { kind: 'minutes', minutes: 48 }],
  [301, { kind: 'minutes', minutes: 6 }],
  [300, { kind: 'fine', minutes: 5, seconds: 0 }],
  [61, { kind: 'fine', minutes: 1, seconds: 1 }],
  [0, { kind: 'fine', minutes: 0, seconds: 0 }],
])('%d seconds read as %j', (seconds, shown) => {
  expect(timeLeft(seconds)).toEqual(shown);
});

test('the time left is the server’s, at any start of the monotonic timer and any even delay', () => {
  const time = fc.integer({ min: 0, max: 86_400_000 });
  fc.assert(
    fc.property(time, fc.nat(20_000), fc.integer({ min: 0, max: 7200 }), (askedAt, delay, left) => {
      const reading = { serverTime: at(0), askedAt, heardAt: askedAt + 2 * delay };
      expect(secondsLeft(at(left), serverTimeAt(reading, askedAt + delay))).toBe(left);
    }),
  );
});

test('the time left never grows while the timer runs, and never falls below 0', () => {
  const reading = { serverTime: at(0), askedAt: 0, heardAt: 0 };
  fc.assert(
    fc.property(fc.nat(7200), fc.nat(10_000), fc.nat(10_000), (left, a, b) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)];
      const then = secondsLeft(at(left), serverTimeAt(reading, early * 1000));
      const now = secondsLeft(at(left), serverTimeAt(reading, late * 1000));
      expect(now).toBeLessThanOrEqual(then);
      expect(now).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('half the time, 10, 5 and 1 minutes are each spoken once, in any rhythm of ticks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (rhythm) => {
      const told: number[] = [];
      let left = 1500;
      for (let tick = 0; left > 0; tick += 1) {
        const next = Math.max(0, left - (rhythm[tick % rhythm.length] ?? 1));
        const moment = momentPassed(1500, left, next);
        if (moment !== null) told.push(moment);
        left = next;
      }
      expect(told).toEqual([750, 600, 300, 60]);
    }),
  );
});

test('a quiz of four minutes speaks at half the time and at one minute', () => {
  const told = Array.from({ length: 240 }, (_, passed) => momentPassed(240, 240 - passed, 239 - passed));
  expect(told.filter((moment) => moment !== null)).toEqual([120, 60]);
});
