import { newRecoveryCodes, plainCode } from './recovery-codes';

test('there are ten codes, all different, in two groups of five', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
});

test.each(['4KQ9Z-7MNB1', ' 4kq9z7mnb1 ', '4kq9z 7mnbl', '4kq9z-7mnbI'])(
  '%s is read as the code 4kq9z-7mnb1',
  (typed) => {
    expect(plainCode(typed)).toBe(plainCode('4kq9z-7mnb1'));
  },
);
