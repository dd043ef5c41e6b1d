import type { AssessmentDraft, DraftEntry, DraftSection, FixedEntry, PoolEntry } from '../draft';
import type { BankIndex, QuestionFacts } from './bank-facts';

/** An entry with the questions that it may give to a candidate, and how many of them it gives. */
export type ResolvedEntry = {
  readonly section: DraftSection;
  readonly entry: DraftEntry;
  /** Of a fixed entry the question itself; none if the bank does not have it. */
  readonly options: readonly QuestionFacts[];
  readonly draw: number;
  /** Found by a pool's rule, but not answerable in the languages of the draft. */
  readonly unanswerable: number;
  /** Found by a pool's rule, but given to everyone already. */
  readonly fixed: number;
};

/** The entries of a draft, resolved against a bank. Fixed questions are no options of pools. */
export function resolveDraft(draft: AssessmentDraft, bank: BankIndex): readonly ResolvedEntry[] {
  const entries = draft.sections.flatMap((section) => section.entries.map((entry) => ({ section, entry })));
  const fixed = new Set(entries.flatMap(({ entry }) => (entry.kind === 'question' ? [entry.questionId] : [])));
  return entries.map(({ section, entry }) =>
    entry.kind === 'question'
      ? { section, entry, ...resolveFixed(entry, bank) }
      : { section, entry, ...resolvePool(entry, fixed, { draft, bank }) },
  );
}

function resolveFixed({ questionId }: FixedEntry, bank: BankIndex) {
  const question = bank.find(questionId);
  return { options: question ? [question] : [], draw: 1, unanswerable: 0, fixed: 0 };
}

type Within = { readonly draft: AssessmentDraft; readonly bank: BankIndex };

/** Pools with the same rule share one array of options, also over many checks. */
function resolvePool(pool: PoolEntry, fixed: ReadonlySet<string>, within: Within) {
  const { skills, kinds, levels, excluded } = pool;
  const key = JSON.stringify([skills, kinds, levels, excluded, within.draft.languages, [...fixed].sort()]);
  return { ...within.bank.remember(key, () => searchPool(pool, fixed, within)), draw: pool.draw };
}

function searchPool(pool: PoolEntry, fixed: ReadonlySet<string>, { draft, bank }: Within) {
  const found = questionsOf(pool, bank);
  const answerable = found.filter((question) => isAnswerable(question, draft.languages, bank.languages));
  const options = answerable.filter(({ id }) => !fixed.has(id));
  return {
    options,
    unanswerable: found.length - answerable.length,
    fixed: answerable.length - options.length,
  };
}

/** The questions that a pool's rule finds. */
export function questionsOf(pool: PoolEntry, bank: BankIndex): readonly QuestionFacts[] {
  const excluded = new Set(pool.excluded);
  const among = pool.skills.length === 0 ? bank.facts.questions : withTopics(pool.skills, bank);
  return among.filter(
    ({ id, kind, level }) =>
      (pool.kinds.length === 0 || pool.kinds.includes(kind)) &&
      (pool.levels.length === 0 || pool.levels.includes(level)) &&
      !excluded.has(id),
  );
}

function withTopics(topics: readonly string[], bank: BankIndex): readonly QuestionFacts[] {
  return [...new Set(topics.flatMap((topic) => [...bank.ofTopic(topic)]))];
}

/** Whether a candidate can answer: no code is needed, or one of its languages is allowed here and in the draft. */
export function isAnswerable(
  { languages }: Pick<QuestionFacts, 'languages'>,
  allowed: readonly string[],
  offered: readonly string[],
): boolean {
  if (languages.length === 0) return true;
  return languages.some((each) => offered.includes(each) && (allowed.length === 0 || allowed.includes(each)));
}

/** How many questions the entry gives: fewer than it draws if there are too few. */
export function givenBy({ options, draw }: ResolvedEntry): number {
  return Math.min(draw, options.length);
}
