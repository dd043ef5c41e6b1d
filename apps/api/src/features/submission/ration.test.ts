import { timeAllowedAt } from './ration';

const now = new Date('2026-11-20T09:00:00.000Z');
const RATION = { seconds: 300, windowMs: 600_000 };
const own = (seconds: number, endedAgo: number) => ({ seconds, endedAgo, isPersons: true, isBlocks: true });
const neighbours = (seconds: number, endedAgo: number) => ({ ...own(seconds, endedAgo), isPersons: false });
const waitOf = (...use: ReturnType<typeof own>[]) => {
  const at = timeAllowedAt(use, RATION, now);
  return at === null ? null : (at.getTime() - now.getTime()) / 60_000;
};

test('less than the ration is accepted', () => {
  expect(waitOf()).toBeNull();
  expect(waitOf(own(299, 1), neighbours(300, 1))).toBeNull();
});

test('a used up ration is free again when enough of it has left the window, to the whole minute', () => {
  expect(waitOf(own(200, 500.123), own(100, 30), own(99, 10))).toBe(2);
  expect(waitOf(own(100, 599.999), own(300, 0))).toBe(10);
});

test('guests of one network together may use twice what a person may', () => {
  expect(waitOf(neighbours(300, 540), neighbours(299, 0))).toBeNull();
  expect(waitOf(neighbours(300, 540), neighbours(300, 0))).toBe(1);
});
