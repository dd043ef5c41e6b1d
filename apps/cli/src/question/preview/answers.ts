import type { LoadedQuestion } from '@holdout/bank';

export type AnswerPart = { readonly title: string; readonly value: unknown };

type Misconceptions = Readonly<Record<string, string>>;

/** Everything that a candidate sees only after the answer, or never, part by part; the kind decides which parts exist. */
export function answersOf(
  question: LoadedQuestion,
  misconceptions: Misconceptions,
  draw: AnswerPart | null = null,
): readonly AnswerPart[] {
  const { candidate, secret } = question.bundle;
  const { explanation, ...key } = secret;
  const shown: Readonly<Record<string, unknown>> = { ...candidate };
  const withNames = question.bundle.kind === 'numeric' ? ', as a template' : '';
  const parts: AnswerPart[] = [
    ...(draw === null ? [] : [draw]),
    ...Object.entries<unknown>(key).map(([name, value]) => ({
      title: wordsOf(name),
      value: beside(value, shown[name]),
    })),
    { title: 'Groups', value: shown['groups'] },
    { title: 'Alternatives that must pass', value: question.alternatives },
    { title: 'Planted wrong solutions', value: question.mutants },
    { title: 'Oracle', value: question.oracle },
    { title: `Hints${withNames}`, value: candidate.hints },
    { title: `Explanation${withNames}`, value: explanation },
  ];
  return parts
    .filter(({ value }) => !isNothing(value))
    .map(({ title, value }) => ({ title, value: withSentences(value, misconceptions) }));
}

/** The texts of options and parts are in the candidate's part of the bundle, under the same id. */
function beside(value: unknown, shown: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(shown)) return value;
  return value.map((item: unknown) => {
    const twin = isNamed(item) ? shown.filter(isNamed).find(({ id }) => id === item.id) : undefined;
    return isNamed(item) && twin !== undefined ? { ...twin, ...item } : item;
  });
}

const isNamed = (value: unknown): value is { readonly id: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value;

/** A camel-case name as words: `redFlags` becomes "Red flags". */
export function wordsOf(name: string): string {
  const words = name
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);

/** The value with the sentence of each misconception after its id. */
function withSentences(value: unknown, misconceptions: Misconceptions): unknown {
  if (Array.isArray(value)) return value.map((item) => withSentences(item, misconceptions));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => {
      const sentence = name === 'misconception' ? misconceptions[String(inside)] : undefined;
      return [name, sentence === undefined ? withSentences(inside, misconceptions) : `${String(inside)}: ${sentence}`];
    }),
  );
}
