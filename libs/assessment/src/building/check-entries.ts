import type { AssessmentDraft, FixedEntry } from '../draft';
import type { BankIndex } from './bank-facts';
import { type DraftIssue, issue, type IssuePlace } from './draft-issues';
import { shortfallOf } from './draw-feasibility';
import { summaryOf } from './options-summary';
import { givenBy, isAnswerable, type ResolvedEntry } from './resolved-draft';

const placeOf = ({ section, entry }: ResolvedEntry): IssuePlace => ({ sectionId: section.id, entryId: entry.id });

/** What is wrong with single entries. */
export function entryIssues(
  entries: readonly ResolvedEntry[],
  draft: AssessmentDraft,
  bank: BankIndex,
): readonly DraftIssue[] {
  const seen = new Set<string>();
  return entries.flatMap((each) => {
    if (each.entry.kind === 'pool') return [...poolIssues(each), ...publicAnswers(each, bank)];
    const isRepeated = seen.has(each.entry.questionId);
    seen.add(each.entry.questionId);
    return [
      ...(isRepeated ? [issue('QUESTION_TWICE', placeOf(each), { questionId: each.entry.questionId })] : []),
      ...fixedIssues(each, each.entry, { draft, bank }),
      ...publicAnswers(each, bank),
    ];
  });
}

type Within = { readonly draft: AssessmentDraft; readonly bank: BankIndex };

function fixedIssues(each: ResolvedEntry, { questionId }: FixedEntry, { draft, bank }: Within): readonly DraftIssue[] {
  const place = placeOf(each);
  const [question] = each.options;
  if (question === undefined) {
    const code = bank.reasonAgainst(questionId) === 'practiceOnly' ? 'QUESTION_PRACTICE_ONLY' : 'QUESTION_GONE';
    return [issue(code, place, { questionId })];
  }
  if (isAnswerable(question, draft.languages, bank.languages)) return [];
  return [issue('QUESTION_LANGUAGE', place, { questionId, languages: question.languages.join(', ') })];
}

function poolIssues(each: ResolvedEntry): readonly DraftIssue[] {
  const { options, draw, unanswerable, fixed } = each;
  if (options.length >= draw) return [];
  const code = options.length === 0 ? 'POOL_EMPTY' : 'POOL_TOO_SMALL';
  return [issue(code, placeOf(each), { draw, found: options.length, unanswerable, fixed })];
}

function publicAnswers(each: ResolvedEntry, bank: BankIndex): readonly DraftIssue[] {
  const { publicAnswers: count } = summaryOf(each.options, bank);
  return count === 0 ? [] : [issue('ANSWER_IS_PUBLIC', placeOf(each), { count, of: each.options.length })];
}

/**
 * Pools that can be drawn alone but not together. The issue is at each pool without which more of the others could be
 * drawn. `missing` is the number of draws that cannot be made.
 */
export function overlapIssues(entries: readonly ResolvedEntry[]): readonly DraftIssue[] {
  const pools = entries.filter(({ entry }) => entry.kind === 'pool');
  const total = pools.reduce((sum, each) => sum + givenBy(each), 0);
  // A pool with more options than all pools draw is always served: its options, which may be many, need not be compared.
  const scarce = pools.filter(({ options }) => options.length < total);
  const demands = scarce.map((each) => ({ need: givenBy(each), options: new Set(each.options.map(({ id }) => id)) }));
  const missing = shortfallOf(demands);
  if (missing === 0) return [];
  return scarce.flatMap((each, index) => {
    const others = demands.filter((_, other) => other !== index);
    if (shortfallOf(others) === missing) return [];
    return [issue('POOLS_OVERLAP', placeOf(each), { missing, draw: each.draw, found: each.options.length })];
  });
}
