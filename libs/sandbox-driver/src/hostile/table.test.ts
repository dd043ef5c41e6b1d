import type { Attack } from './attack';
import { CLASSES } from './attack';
import { HOSTILE } from './table';

const familyOf = ({ language }: Attack): string => {
  if (language === 'typescript') return 'javascript';
  return language === 'postgresql' || language === 'sqlite' ? 'sql' : language;
};

const countBy = (key: (attack: Attack) => string): ReadonlyMap<string, number> =>
  new Map(Object.entries(Object.groupBy(HOSTILE, key)).map(([name, all = []]) => [name, all.length]));

/** What is left of a source when numbers, texts and names of its own no longer tell it from another. */
function shapeOf({ source, language }: Attack): string {
  const words = new Map<string, string>();
  const named = (word: string): string => {
    if (/^(import|from|select|def|function|const|class|return|for|while|try|solve)$/.test(word)) return word;
    words.set(word, words.get(word) ?? `w${words.size}`);
    return words.get(word) ?? '';
  };
  const isSql = language === 'postgresql' || language === 'sqlite';
  const plain = source.replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ');
  // A statement is told by the functions and relations it names; a program is more than its names.
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

test('no program is another with other numbers or names', () => {
  const shapes = Object.values(Object.groupBy(HOSTILE, shapeOf)).filter((alike = []) => alike.length > 1);
  expect(shapes.map((alike = []) => alike.map(({ id }) => id))).toEqual([]);
  expect(new Set(HOSTILE.map(({ id }) => id)).size).toBe(HOSTILE.length);
});

test('in each language every class has a check that has been seen to fail', () => {
  const proven = new Set(
    HOSTILE.filter(({ control }) => control).map((attack) => `${familyOf(attack)} ${attack.class}`),
  );
  const needed = ['javascript', 'python', 'r', 'sql'].flatMap((family) => CLASSES.map((kind) => `${family} ${kind}`));
  expect(needed.filter((each) => !proven.has(each))).toEqual([]);
});

test('every program is looked at for more than how it ended', () => {
  const blind = HOSTILE.filter(
    (attack) => !('saw' in attack) && !attack.ends && !attack.next && !attack.beside && attack.class !== 'forgery',
  );
  expect(blind).toEqual([]);
});
