const number = new Intl.NumberFormat('en-GB');

/** A count with its noun: `1 row`, `9,000 rows`, `28 queries`. The noun is English and in the singular. */
export function counted(n: number, noun: string): string {
  return `${number.format(n)} ${n === 1 ? noun : pluralOf(noun)}`;
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
