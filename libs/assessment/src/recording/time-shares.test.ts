import { timeShares, type WorkSign } from './time-shares';

const sign = (itemId: string, kind: WorkSign['kind'], minute: number): WorkSign => ({
  itemId,
  kind,
  at: new Date(minute * 60_000),
});

test('time until a save belongs to the saved item, and until another is shown to the one before', () => {
  const shares = timeShares([
    sign('a', 'shown', 0),
    sign('a', 'saved', 3),
    sign('b', 'shown', 4),
    sign('a', 'saved', 10),
  ]);
  expect([...shares]).toEqual([['a', 1]]);
  const two = timeShares([sign('a', 'shown', 0), sign('b', 'shown', 6), sign('b', 'saved', 8)]);
  expect([...two]).toEqual([
    ['a', 0.75],
    ['b', 0.25],
  ]);
});

test.each([
  ['no sign', []],
  ['one sign', [sign('a', 'shown', 1)]],
  ['signs of the same time', [sign('a', 'shown', 1), sign('b', 'shown', 1)]],
])('%s gives no shares', (_name, signs) => {
  expect(timeShares(signs).size).toBe(0);
});

test('shares are the same whatever the clock of the attempt, so that they do not tell how long it took', () => {
  const slow = [0, 2, 6].map((minute, index) => sign(`i${index}`, 'shown', minute));
  const fast = [0, 1, 3].map((minute, index) => sign(`i${index}`, 'shown', minute));
  expect(timeShares(slow)).toEqual(timeShares(fast));
});
