import fc from 'fast-check';
import { secondsAhead } from './clock-offset';

const SERVER = Date.parse('2026-11-30T12:00:00Z');

test('a clock that agrees is not reported, however slow the network', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.double({ min: 0, max: 1, noNaN: true }), (tripMs, share) => {
      const sentAt = SERVER - tripMs * share;
      expect(secondsAhead({ sentAt, heardAt: sentAt + tripMs, serverAt: SERVER })).toBeNull();
    }),
  );
});

test('a clock that is an hour fast or slow is reported with its sign', () => {
  const hour = 3_600_000;
  expect(secondsAhead({ sentAt: SERVER + hour, heardAt: SERVER + hour + 100, serverAt: SERVER })).toBe(3600);
  expect(secondsAhead({ sentAt: SERVER - hour, heardAt: SERVER - hour, serverAt: SERVER })).toBe(-3600);
});
