import type { Attack } from './attack';
import { CLASSES } from './attack';
import { HOSTILE } from './table';

const familyOf = ({ language }: Attack): string => {
  if (language === 'typescript') return 'javascript';
  return language === 'postgresql' || language === 'sqlite' ? 'sql' : language;
};

const countBy = (key: (attack: Attack) => string): ReadonlyMap<string, number> =>
  new Map(Object.entries(Object.groupBy(HOSTILE, key)).map(([name, all = []]) => [name, all.length]));

/** A source with numbers and identifiers normalized, to find attacks that are variants of each other. */
function shapeOf({ source, language }: Attack): string {
  const words = new Map<string, string>();
  const named = (word: string): string => {
    if (/^(import|from|select|def|function|const|class|return|for|while|try|solve)$/.test(word)) return word;
    words.set(word, words.get(word) ?? `w${words.size}`);
    return words.get(word) ?? '';
  };
  const isSql = language === 'postgresql' || language === 'sqlite';
  const plain = source.replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ');
  // SQL keeps its names: statements differ by the functions and relations that they use.
  return isSql ? plain : plain.replaceAll(/[A-Za-z_.]+/g, named);
}

test('there are at least 120 hostile programs, 20 in each language and 15 of each class', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(120);
  const languages = countBy(familyOf);
  expect([...languages.keys()].sort()).toEqual(['javascript', 'python', 'r', 'sql']);
  expect([...languages].filter(([, count]) => count < 20)).toEqual([]);
  const classes = countBy((attack) => attack.class);
  expect([...classes.keys()].sort()).toEqual([...CLASSES].sort());
  expect([...classes].filter(([, count]) => count < 15)).toEqual([]);
});

test('no two programs differ only in numbers or names', () => {
  const shapes = Object.values(Object.groupBy(HOSTILE, shapeOf)).filter((similar = []) => similar.length > 1);
  expect(shapes.map((similar = []) => similar.map(({ id }) => id))).toEqual([]);
  expect(new Set(HOSTILE.map(({ id }) => id)).size).toBe(HOSTILE.length);
});

test('in each language every class has a check with a control', () => {
  const proven = new Set(
    HOSTILE.filter(({ control }) => control).map((attack) => `${familyOf(attack)} ${attack.class}`),
  );
  const needed = ['javascript', 'python', 'r', 'sql'].flatMap((family) => CLASSES.map((kind) => `${family} ${kind}`));
  expect(needed.filter((each) => !proven.has(each))).toEqual([]);
});

test('every program has an expectation beyond a normal end', () => {
  const blind = HOSTILE.filter(
    (attack) =>
      !('expected' in attack) && !attack.ends && !attack.next && !attack.concurrent && attack.class !== 'forgery',
  );
  expect(blind).toEqual([]);
});
