/** Read at the first check and kept: 54,000 words of the packaged lists, 4 MB. */
let listed: Promise<ReadonlySet<string>> | null = null;

async function readLists(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(Object.values(dictionary).flat());
}

/** Known to an attacker of this product before any person is. */
const PRODUCT = 'holdout';
/** Characters that must be left once what others know of the person is taken out. */
const LEAST_OF_ONES_OWN = 6;
const SHORTEST_PART = 3;

type Known = { readonly email: string; readonly name: string };

/**
 * Whether an attacker would try it early (NIST SP 800-63B, "Memorized Secret Verifiers"): a common password or word, also
 * with an ending that adds little; repeated or consecutive characters; the name of the product or data of the person.
 */
export async function isCommonPassword(password: string, known: Known): Promise<boolean> {
  listed ??= readLists();
  const words = await listed;
  const plain = password.normalize('NFKC').toLowerCase();
  const cores = [plain, withoutEnding(plain)].map(repeatedPart);
  return cores.some((core) => words.has(core) || isRun(core)) || new Set(plain).size <= 2 || isMadeOf(plain, known);
}

/** Without the digits and signs that people add to satisfy a rule: a number of up to four digits, or 12345 and so on. */
function withoutEnding(plain: string): string {
  const [, word = '', digits = ''] = /^(.*?)(\d*)[^\p{L}\d]*$/su.exec(plain) ?? [];
  return digits.length <= 4 || isRun(digits) ? word : word + digits;
}

/** `qwerty` of `qwertyqwerty`, `ab` of `ababababab`; any other text as it is. */
function repeatedPart(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
}

/** Whether each character follows the one before by the same step of -1, 0 or 1: `abcdef`, `9876543210`, `a`. */
function isRun(text: string): boolean {
  const steps = Array.from(text.slice(1), (char, at) => char.charCodeAt(0) - text.charCodeAt(at));
  // 0 comes after 9, and before 1, on a keyboard.
  const [first = 0] = steps;
  return Math.abs(first) <= 1 && steps.every((step) => step === first || Math.abs(step) === 9);
}

/** Whether little is left of it without the name and the address: `lovelace1815` of Ada Lovelace. */
function isMadeOf(plain: string, { email, name }: Known): boolean {
  const words = `${email} ${name} ${PRODUCT}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const parts = [email, ...words].filter((part) => part.length >= SHORTEST_PART).sort((a, b) => b.length - a.length);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), plain);
  return rest !== plain && rest.length < LEAST_OF_ONES_OWN;
}
