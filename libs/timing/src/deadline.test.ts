import fc from 'fast-check';
import { closesAt, isOpen, secondsLeft } from './deadline';

const startedAt = new Date('2026-11-20T09:00:00Z');

test('a quarter more time on an hour closes after 75 minutes', () => {
  expect(closesAt({ startedAt, limitSeconds: 3600, extraTime: 0.25 })).toEqual(new Date('2026-11-20T10:15:00Z'));
});

test.each([
  ['a second before', '2026-11-20T09:59:59.000Z', true, 1],
  ['a millisecond before', '2026-11-20T09:59:59.999Z', true, 1],
  ['at the closing moment', '2026-11-20T10:00:00.000Z', false, 0],
  ['a day later', '2026-11-21T10:00:00.000Z', false, 0],
])('%s', (_name, now, open, left) => {
  const deadline = { startedAt, limitSeconds: 3600, extraTime: 0 };
  expect(isOpen(deadline, new Date(now))).toBe(open);
  expect(secondsLeft(deadline, new Date(now))).toBe(left);
});

test('extra time never closes an attempt earlier', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 86_400 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (limitSeconds, extraTime) => {
        const plain = closesAt({ startedAt, limitSeconds, extraTime: 0 });
        expect(closesAt({ startedAt, limitSeconds, extraTime }).getTime()).toBeGreaterThanOrEqual(plain.getTime());
      },
    ),
  );
});
