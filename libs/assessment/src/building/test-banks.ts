import fc from 'fast-check';
import type { AssessmentDraft, DraftEntry, PoolEntry } from '../draft';
import { EMPTY_DRAFT } from '../draft';
import type { BankFacts, QuestionFacts } from './bank-facts';

/** Park and Miller's generator, 1988, with a shuffle. */
export function diceOf(seed: number) {
  let state = 1 + (seed % 2147483646);
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const shuffle = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => [next(), item] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, item]) => item);
  return { next, shuffle };
}

const TOPICS = ['a.one', 'a.two', 'b.one', 'c.one'];
const KINDS = ['choice', 'numeric', 'code', 'model', 'scenario'];

/** By kind, a bank of these questions; their ids are their positions. */
export function bankOf(questions: readonly Partial<QuestionFacts>[]): BankFacts {
  return {
    questions: questions.map((question, index) => ({
      id: `q${index}`,
      kind: 'numeric',
      level: 2,
      minutes: 5,
      skills: ['a.one'],
      languages: [],
      isPublic: true,
      ...question,
    })),
    domains: Object.fromEntries(TOPICS.map((topic) => [topic, topic.slice(0, 1)])),
    practiceOnly: [],
    languages: ['python', 'sql'],
  };
}

const aQuestion: fc.Arbitrary<Partial<QuestionFacts>> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    level: fc.integer({ min: 1, max: 5 }),
    minutes: fc.integer({ min: 2, max: 45 }),
    skills: fc.subarray(TOPICS, { minLength: 1, maxLength: 2 }),
    languages: fc.subarray(['python', 'sql', 'r'], { minLength: 1 }),
    isPublic: fc.boolean(),
  })
  .map((question) => (['code', 'model'].includes(question.kind) ? question : { ...question, languages: [] }));

const banks = (minLength: number): fc.Arbitrary<BankFacts> =>
  fc.array(aQuestion, { minLength, maxLength: 30 }).map(bankOf);

/** Up to 30 questions of any kind, or from 20 to 30. */
export const aBank = banks(0);
export const aFullBank = banks(20);

/** A pool with this id that draws anything. */
export const pool = (id: string, more: Partial<PoolEntry> = {}): PoolEntry => ({
  kind: 'pool',
  id,
  draw: 1,
  skills: [],
  kinds: [],
  levels: [],
  unseenOnly: false,
  excluded: [],
  weight: 1,
  ...more,
});

/** A draft of one section. */
export const draftOf = (entries: readonly DraftEntry[], more: Partial<AssessmentDraft> = {}): AssessmentDraft => ({
  ...EMPTY_DRAFT,
  minutes: 480,
  ...more,
  sections: entries.length === 0 ? [] : [{ id: 'section', title: 'Section', minutes: null, entries }],
});

const anEntry = fc.oneof(
  fc.nat(29).map((index): DraftEntry => ({ kind: 'question', id: '', questionId: `q${index}`, weight: 1 })),
  fc
    .record({
      draw: fc.integer({ min: 1, max: 5 }),
      skills: fc.subarray(['a.one', 'a', 'b', 'c']),
      kinds: fc.subarray(KINDS),
      levels: fc.subarray([1, 2, 3, 4, 5]),
      unseenOnly: fc.boolean(),
    })
    .map((rule): DraftEntry => pool('', rule)),
);

/** Up to six entries, questions and pools that often overlap. */
export const aDraft: fc.Arbitrary<AssessmentDraft> = fc
  .array(anEntry, { maxLength: 6 })
  .map((entries) => draftOf(entries.map((entry, index) => ({ ...entry, id: `entry ${index}` }))));
