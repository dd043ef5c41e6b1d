import { isCommonPassword } from './common-passwords';

const ADA = { email: 'ada.lovelace@engine.example', name: 'Ada Lovelace' };

test.each([
  ['listed', 'qwertyuiop123'],
  ['listed, in other letter case', 'Basketball'],
  ['listed, with a year and a sign', 'Sunshine2026!'],
  ['listed, with consecutive digits', 'Monkey123456789'],
  ['listed with signs for letters', 'P@ssw0rd123'],
  ['a single word', 'Affidavit7!'],
  ['listed twice', 'qwertyqwerty'],
  ['repeated', '1234512345'],
  ['of two characters', 'aaaaaaaaaaab'],
  ['consecutive', 'abcdefghijkl'],
  ['consecutive digits', '1234567890'],
  ['fullwidth, which many sites convert', 'ｐａｓｓｗｏｒｄ１２'],
  ['signs alone', '!!!!!!!!!!!!'],
  ['the name of the product', 'holdout-2026'],
  ['the own address', 'ada.lovelace@engine.example'],
  ['the own name and a year', 'Lovelace1815'],
  ['the own names', 'adalovelace!'],
  ['the own name and employer', 'engine-lovelace'],
])('a password that is %s is refused', async (_what, password) => {
  expect(await isCommonPassword(password, ADA)).toBe(true);
});

test.each([
  'the tide turns at nine',
  'lovelace reads ten engines',
  'x7#kQ9!mPz2$',
  'monkey-8823917461',
  '4816329571',
  'тихая ночь над рекой',
])('%s is not', async (password) => {
  expect(await isCommonPassword(password, ADA)).toBe(false);
});
