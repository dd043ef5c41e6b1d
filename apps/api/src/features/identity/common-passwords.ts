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

/** Characters that must be left once what others know of the person is taken out. */
const LEAST_OF_ONES_OWN = 6;
const SHORTEST_PART = 3;

type Known = { readonly email: string; readonly name: string };

/** Whether an attacker would try it early: a listed password, one or two repeated characters, or the person's own data. */
export function isCommonPassword(password: string, known: Known): boolean {
  const plain = password.toLowerCase();
  return COMMON.has(plain) || new Set(plain).size <= 2 || isMadeOf(plain, known);
}

/** Whether little is left of it without the name and the address: `lovelace1815` of Ada Lovelace. */
function isMadeOf(plain: string, { email, name }: Known): boolean {
  const words = `${email} ${name}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const parts = [email, ...words].filter((part) => part.length >= SHORTEST_PART).sort((a, b) => b.length - a.length);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), plain);
  return rest !== plain && rest.length < LEAST_OF_ONES_OWN;
}
