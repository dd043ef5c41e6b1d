/** The most frequent passwords of ten or more characters in leaked password lists. */
const COMMON = new Set([
  '0123456789',
  '1111111111',
  '1234567890',
  '12345678910',
  '123456789a',
  '1234567891',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '9876543210',
  'aaaaaaaaaa',
  'abcdefghij',
  'administrator',
  'asdfghjkl;',
  'asdfghjkl1',
  'changeme123',
  'dragonball',
  'football123',
  'iloveyou12',
  'iloveyou123',
  'letmein123',
  'passw0rd123',
  'password01',
  'password12',
  'password123',
  'password1234',
  'password12345',
  'passwordpassword',
  'q1w2e3r4t5',
  'qazwsxedcr',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'qwertyqwerty',
  'qwertyuiop',
  'qwertyuiop123',
  'welcome123',
  'welcome1234',
  'zaq12wsxcde3',
  'zxcvbnm123',
]);

/** Whether an attacker would try it early: a listed password, one or two repeated characters, or the e-mail address. */
export function isCommonPassword(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  return COMMON.has(plain) || new Set(plain).size <= 2 || plain === email || plain === email.split('@')[0];
}
