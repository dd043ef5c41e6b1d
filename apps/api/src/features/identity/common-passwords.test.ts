import { isCommonPassword } from './common-passwords';

const ADA = { email: 'ada.lovelace@engine.example', name: 'Ada Lovelace' };

test.each([
  'Password123',
  'aaaaaaaaaaab',
  'ada.lovelace@engine.example',
  'Lovelace1815',
  'adalovelace!',
  'engine-lovelace',
])('%s is refused to Ada Lovelace', (password) => {
  expect(isCommonPassword(password, ADA)).toBe(true);
});

test.each(['the tide turns at nine', 'lovelace reads ten engines', 'x7#kQ9!mPz2$'])('%s is not', (password) => {
  expect(isCommonPassword(password, ADA)).toBe(false);
});
