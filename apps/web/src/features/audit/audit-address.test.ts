import { filterIn } from './audit-address';

const read = (text: string) => filterIn(new URLSearchParams(text));

test('an address without a filter has none', () => {
  expect(read('')).toEqual({ actor: null, act: null, from: null, until: null });
});

test('both days of a filter are included', () => {
  const { from, until } = read('from=2026-03-09&until=2026-03-09');
  expect(Date.parse(String(until)) - Date.parse(String(from))).toBe(86_400_000);
  expect(new Date(String(from)).getHours()).toBe(0);
});

test('a text that is no day is left out', () => {
  expect(read('from=yesterday&until=2026-13').from).toBeNull();
});
