import fc from 'fast-check';
import { instantOf, wallTime } from './zoned-time';

test.each([
  ['2026-12-01T09:30', 'Europe/Berlin', '2026-12-01T08:30:00.000Z'],
  ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
  ['2026-07-01T09:30', 'Asia/Kolkata', '2026-07-01T04:00:00.000Z'],
  ['2026-07-01T00:00', 'America/Los_Angeles', '2026-07-01T07:00:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => {
  expect(instantOf(wall, zone)?.toISOString()).toBe(instant);
});

test('a text that is no time has no instant', () => {
  expect(instantOf('', 'UTC')).toBeNull();
  expect(instantOf('tomorrow', 'UTC')).toBeNull();
});

test('what a clock shows leads back to what it shows', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  const minutes = fc.integer({ min: 28_000_000, max: 32_000_000 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const wall = wallTime(new Date(minute * 60_000), zone);
      const instant = instantOf(wall, zone);
      expect(instant && wallTime(instant, zone)).toBe(wall);
    }),
  );
});
