import type { AssessmentDraft, DraftSection } from '../draft';
import { BankIndex, type BankFacts } from './bank-facts';
import { entryIssues, overlapIssues } from './check-entries';
import { type DraftIssue, issue, WHOLE } from './draft-issues';
import { DRAFT_LIMITS } from './draft-limits';
import { type DraftFigures, figuresOf } from './figures';
import type { Minutes } from './minutes';
import { summaryOf } from './options-summary';
import { resolveDraft, type ResolvedEntry } from './resolved-draft';

export type DraftCheck = {
  /** Errors first. */
  readonly issues: readonly DraftIssue[];
  readonly figures: DraftFigures;
  readonly mayBePublished: boolean;
};

/** A standard error above this, as a share of the points, separates few people from the pass line. */
const UNCERTAIN = 0.1;

/** Checks a draft against the questions that its organization may use. The same in the browser and on the server. */
export function checkDraft(draft: AssessmentDraft, facts: BankFacts | BankIndex): DraftCheck {
  const bank = facts instanceof BankIndex ? facts : new BankIndex(facts);
  const entries = resolveDraft(draft, bank);
  const figures = figuresOf(draft, entries, bank);
  const issues = [
    ...sizeIssues(draft, entries),
    ...entryIssues(entries, draft, bank),
    ...overlapIssues(entries),
    ...languageIssues(draft, entries, bank),
    ...linkIssues(draft),
    ...minuteIssues(draft, figures),
    ...measurementIssues(figures),
  ].toSorted((a, b) => rankOf(a) - rankOf(b));
  return { issues, figures, mayBePublished: issues.every(({ severity }) => severity === 'warning') };
}

const rankOf = ({ severity }: DraftIssue): number => (severity === 'error' ? 0 : 1);

function sizeIssues({ sections }: AssessmentDraft, entries: readonly ResolvedEntry[]): readonly DraftIssue[] {
  if (entries.length === 0) return [issue('NO_QUESTIONS', WHOLE)];
  const drawn = entries.reduce((sum, { draw }) => sum + draw, 0);
  const most = DRAFT_LIMITS.questions;
  return [
    ...(drawn > most ? [issue('TOO_MANY_QUESTIONS', WHOLE, { questions: drawn, most })] : []),
    ...sections.filter((section) => section.entries.length === 0).map((each) => issue('SECTION_EMPTY', placeOf(each))),
  ];
}

const placeOf = ({ id }: DraftSection) => ({ sectionId: id, entryId: null });

function languageIssues(
  { languages }: AssessmentDraft,
  entries: readonly ResolvedEntry[],
  bank: BankIndex,
): readonly DraftIssue[] {
  const answered = new Set(entries.flatMap(({ options }) => [...summaryOf(options, bank).languages]));
  return languages.flatMap((language) => {
    if (!bank.languages.includes(language)) return [issue('LANGUAGE_NOT_OFFERED', WHOLE, { language })];
    return answered.has(language) ? [] : [issue('LANGUAGE_UNUSED', WHOLE, { language })];
  });
}

function linkIssues({ documentation }: AssessmentDraft): readonly DraftIssue[] {
  return documentation
    .filter(({ url }) => !isOfWeb(url))
    .map(({ title, url }) => issue('LINK_NOT_WEB', WHOLE, { title, url }));
}

function isOfWeb(url: string): boolean {
  return /^https?:\/\/[^\s/@]+(\/\S*)?$/i.test(url);
}

function minuteIssues(draft: AssessmentDraft, figures: DraftFigures): readonly DraftIssue[] {
  const limits = draft.sections.map(({ minutes }) => minutes);
  const total = limits.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0);
  return [
    ...fitIssues(figures.minutes, draft.minutes, null),
    ...draft.sections.flatMap(({ id, minutes }, index) => {
      const of = figures.sections[index];
      return minutes === null || of === undefined ? [] : fitIssues(of.minutes, minutes, id);
    }),
    ...(total > draft.minutes ? [issue('SECTIONS_EXCEED_LIMIT', WHOLE, { total, limit: draft.minutes })] : []),
  ];
}

function fitIssues({ median, p80 }: Minutes, limit: number, sectionId: string | null): readonly DraftIssue[] {
  if (p80 <= limit) return [];
  const params = { limit, median: Math.round(median), p80: Math.round(p80) };
  const where = { sectionId, entryId: null };
  const ofSection = sectionId !== null;
  if (median > limit) return [issue(ofSection ? 'SECTION_MINUTES_TOO_FEW' : 'MINUTES_TOO_FEW', where, params)];
  return [issue(ofSection ? 'SECTION_MINUTES_TIGHT' : 'MINUTES_TIGHT', where, params)];
}

function measurementIssues({ coverage, standardError, questions }: DraftFigures): readonly DraftIssue[] {
  if (questions === 0) return [];
  const ofSkills = coverage.flatMap(({ skillId, state }) => {
    if (state === 'missing') return [issue('SKILL_MISSING', WHOLE, { skillId })];
    return state === 'otherLevels' ? [issue('SKILL_AT_OTHER_LEVELS', WHOLE, { skillId })] : [];
  });
  if (standardError === null || standardError.value <= UNCERTAIN) return ofSkills;
  const { at, value } = standardError;
  return [...ofSkills, issue('SCORE_UNCERTAIN', WHOLE, { at: percent(at), error: percent(value) })];
}

const percent = (share: number): number => Math.round(share * 100);
