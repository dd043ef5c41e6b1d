import { type BankIndex, isAnswerPublic, MARKED_KINDS, type QuestionFacts } from './bank-facts';

/** Counts of a set of questions, so that the figures of a draft do not depend on the size of its pools. */
export type OptionsSummary = {
  readonly size: number;
  /** Sum and sum of squares of the stated minutes. */
  readonly minutes: number;
  readonly squares: number;
  /** Numbers of questions at levels 1 to 5. */
  readonly levels: readonly number[];
  /** The same by skill and domain. */
  readonly topics: ReadonlyMap<string, readonly number[]>;
  readonly markedByPeople: number;
  readonly publicAnswers: number;
  readonly languages: ReadonlySet<string>;
};

const known = new WeakMap<readonly QuestionFacts[], OptionsSummary>();

/** The counts of these questions; computed once for each array. */
export function summaryOf(options: readonly QuestionFacts[], bank: BankIndex): OptionsSummary {
  const before = known.get(options);
  if (before) return before;
  const summary = summarize(options, bank);
  known.set(options, summary);
  return summary;
}

function summarize(options: readonly QuestionFacts[], bank: BankIndex): OptionsSummary {
  const levels = [0, 0, 0, 0, 0];
  const topics = new Map<string, number[]>();
  const languages = new Set<string>();
  let [minutes, squares, markedByPeople, publicAnswers] = [0, 0, 0, 0];
  for (const question of options) {
    minutes += question.minutes;
    squares += question.minutes ** 2;
    count(levels, question.level);
    if (MARKED_KINDS.includes(question.kind)) markedByPeople += 1;
    if (isAnswerPublic(question)) publicAnswers += 1;
    for (const language of question.languages) languages.add(language);
    for (const topic of bank.topicsOf(question)) count(levelsOf(topics, topic), question.level);
  }
  return { size: options.length, minutes, squares, levels, topics, markedByPeople, publicAnswers, languages };
}

function levelsOf(topics: Map<string, number[]>, topic: string): number[] {
  const levels = topics.get(topic) ?? [0, 0, 0, 0, 0];
  topics.set(topic, levels);
  return levels;
}

function count(levels: number[], level: number): void {
  levels[level - 1] = (levels[level - 1] ?? 0) + 1;
}
