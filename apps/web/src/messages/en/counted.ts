const number = new Intl.NumberFormat('en-GB');

const IRREGULAR: Readonly<Record<string, string>> = { criterion: 'criteria', person: 'people' };

/** A count with its noun: `1 row`, `9,000 rows`, `28 queries`. The noun is English and in the singular. */
export function counted(n: number, noun: string): string {
  return `${number.format(n)} ${nounFor(n, noun)}`;
}

/** The noun alone, in the singular for one and in the plural for any other number. */
export function nounFor(n: number, noun: string): string {
  return n === 1 ? noun : pluralOf(noun);
}

function pluralOf(noun: string): string {
  const irregular = IRREGULAR[noun];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
