import { isTotpCode, newSecret, setupAddress, stepOf } from './totp';

/** RFC 6238, appendix B: the secret of SHA1 in base32, and the last six of the eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %d s the code of the example in RFC 6238 is right', (seconds, code) => {
  expect(stepOf(SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test('a code is right one step early and one step late, and no further', () => {
  const step = Math.floor(1_111_111_109 / 30);
  const at = (offset: number): number | null => stepOf(SECRET, '081804', new Date((step + offset) * 30_000));
  expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step, step, step, null]);
});

test('a secret has 160 bits and is in the address for the app', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(secret).not.toBe(newSecret());
  const address = new URL(setupAddress(secret, 'a@example.org'));
  expect(address.protocol).toBe('otpauth:');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret, issuer: 'Holdout', digits: '6' });
});

test.each([
  ['123456', true],
  ['12345', false],
  ['1234567', false],
  ['abcde-fghjk', false],
])('%s is taken for a code of an app: %s', (code, expected) => {
  expect(isTotpCode(code)).toBe(expected);
});
