/** Everything that a check of a draft can report, with its severity. An error keeps the draft from being published. */
export const ISSUE_SEVERITY = {
  NO_QUESTIONS: 'error',
  TOO_MANY_QUESTIONS: 'error',
  SECTION_EMPTY: 'error',
  QUESTION_GONE: 'error',
  QUESTION_PRACTICE_ONLY: 'error',
  QUESTION_TWICE: 'error',
  QUESTION_LANGUAGE: 'error',
  LANGUAGE_NOT_OFFERED: 'error',
  POOL_EMPTY: 'error',
  POOL_TOO_SMALL: 'error',
  POOLS_OVERLAP: 'error',
  MINUTES_TOO_FEW: 'error',
  SECTION_MINUTES_TOO_FEW: 'error',
  LINK_NOT_WEB: 'error',
  MINUTES_TIGHT: 'warning',
  SECTION_MINUTES_TIGHT: 'warning',
  SECTIONS_EXCEED_LIMIT: 'warning',
  LANGUAGE_UNUSED: 'warning',
  ANSWER_IS_PUBLIC: 'warning',
  SKILL_MISSING: 'warning',
  SKILL_AT_OTHER_LEVELS: 'warning',
  SCORE_UNCERTAIN: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

/** Issues because of which the questions of a draft cannot be drawn; with the others it can still be previewed. */
export const DRAWING_ISSUES: readonly DraftIssueCode[] = [
  'NO_QUESTIONS',
  'TOO_MANY_QUESTIONS',
  'QUESTION_GONE',
  'QUESTION_PRACTICE_ONLY',
  'QUESTION_TWICE',
  'QUESTION_LANGUAGE',
  'POOL_EMPTY',
  'POOL_TOO_SMALL',
  'POOLS_OVERLAP',
];

export type DraftIssueCode = keyof typeof ISSUE_SEVERITY;
export type IssueSeverity = (typeof ISSUE_SEVERITY)[DraftIssueCode];

/** Where an issue is: a section, one of its entries, or the draft as a whole. */
export type IssuePlace = { readonly sectionId: string | null; readonly entryId: string | null };

export type DraftIssue = {
  readonly code: DraftIssueCode;
  readonly severity: IssueSeverity;
  readonly where: IssuePlace;
  /** Numbers and ids for the message. */
  readonly params: Readonly<Record<string, string | number>>;
};

/** The draft as a whole. */
export const WHOLE: IssuePlace = { sectionId: null, entryId: null };

export function issue(code: DraftIssueCode, where: IssuePlace, params: DraftIssue['params'] = {}): DraftIssue {
  return { code, severity: ISSUE_SEVERITY[code], where, params };
}
