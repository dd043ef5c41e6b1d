import { monthsIn, monthsOf, typedOf } from './months';

test.each([
  ['', null],
  ['  ', null],
  ['1', 1],
  [' 240 ', 240],
  ['0', undefined],
  ['241', undefined],
  ['1.5', undefined],
  ['-3', undefined],
  ['1e2', undefined],
  ['ten', undefined],
])('"%s" says %s', (text, months) => expect(monthsIn(text)).toBe(months));

test('one field without a number of months is enough to have none', () => {
  expect(monthsOf({ recordings: '3', answers: 'x', people: '' })).toBeNull();
  const months = { recordings: 3, answers: 12, people: null };
  expect(monthsOf(typedOf(months))).toEqual(months);
});
