/**
 * Characters that look like a letter or digit of Latin text, by what they look like, in the manner of the skeletons of
 * Unicode Technical Standard 39, section 4: the scripts whose words can look Latin as a whole, and Latin itself.
 */
const ALIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  A: 'АΑ',
  B: 'ВΒ',
  c: 'сϲ',
  C: 'СϹ',
  d: 'ԁ',
  e: 'е',
  ë: 'ё',
  E: 'ЕΕ',
  g: 'ցɡ',
  H: 'НΗ',
  h: 'һհ',
  i: 'іιı',
  ï: 'їϊ',
  j: 'јյϳ',
  J: 'ЈͿ',
  k: 'кκ',
  K: 'КΚ',
  // What a capital I looks like is a small L in many typefaces.
  l: 'ӏӀІΙI1ǀ',
  L: 'Լ',
  M: 'МΜ',
  n: 'пηո',
  N: 'Ν',
  o: 'оοօ',
  O: 'ОΟՕ0',
  p: 'рρ',
  P: 'РΡ',
  q: 'ԛզ',
  Q: 'Ԛ',
  r: 'г',
  s: 'ѕ',
  S: 'ЅՏ',
  T: 'ТΤ',
  u: 'υս',
  U: 'Ս',
  v: 'νѵ',
  w: 'ԝω',
  W: 'Ԝ',
  x: 'хχ',
  X: 'ХΧ',
  y: 'уүγ',
  Y: 'УҮΥ',
  Z: 'Ζ',
};

const PAIRS = Object.entries(ALIKE).flatMap(([latin, others]) =>
  Array.from(others, (other) => [other, latin] as const),
);

const look = (text: string): string => `lower(translate(${text}, $2, $3))`;

/** Whether the text of a column looks like the name and is another one: some of its letters are of another alphabet, say. */
export const looksLike = (column: string): string =>
  `${look(column)} = ${look('$1::text')} and lower(${column}) <> lower($1::text)`;

/** The parameters of `looksLike`. */
export const lookOf = (name: string): readonly string[] => [
  name,
  PAIRS.map(([other]) => other).join(''),
  PAIRS.map(([, latin]) => latin).join(''),
];
