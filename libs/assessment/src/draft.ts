import type { AssessmentRules } from './attempt-facts';

/** The level of the position that an assessment is for. */
export const POSITION_LEVELS = ['junior', 'mid', 'senior'] as const;
export type PositionLevel = (typeof POSITION_LEVELS)[number];

/** What an assessment measures: a skill, and its share of the whole relative to the other skills. */
export type SkillGoal = { readonly skillId: string; readonly weight: number };

/** A page of documentation that candidates may open. */
export type DocumentationLink = { readonly title: string; readonly url: string };

/** A question that every candidate gets. */
export type FixedEntry = {
  readonly kind: 'question';
  /** Stable for as long as the entry exists, so that an issue or a move names the same entry. */
  readonly id: string;
  /** `bank/kind.slug`. */
  readonly questionId: string;
  /** What full marks count in the total, relative to the other questions. */
  readonly weight: number;
};

/** A rule that draws questions: `draw` of those that have one of the skills, one of the kinds and one of the levels. */
export type PoolEntry = {
  readonly kind: 'pool';
  readonly id: string;
  readonly draw: number;
  /** Skill or domain ids; any if empty. */
  readonly skills: readonly string[];
  /** Any if empty. */
  readonly kinds: readonly string[];
  /** 1 to 5; any if empty. */
  readonly levels: readonly number[];
  /** Only questions that the person has not been given in this organization before. */
  readonly unseenOnly: boolean;
  /** Questions that the rule finds and that must not be drawn, by id. */
  readonly excluded: readonly string[];
  /** The weight of each drawn question. */
  readonly weight: number;
};

export type DraftEntry = FixedEntry | PoolEntry;

/** A part of the assessment, with its own time limit if `minutes` is not null. */
export type DraftSection = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly entries: readonly DraftEntry[];
};

/** Everything that holds for all questions of an assessment; the same in a draft and in a published version. */
export type AssessmentSettings = {
  /** The role of the taxonomy, such as `ml-engineer`; null if none was chosen. */
  readonly role: string | null;
  readonly level: PositionLevel | null;
  readonly skills: readonly SkillGoal[];
  /** The time limit of the whole assessment. */
  readonly minutes: number;
  /** The score, as a share of the possible points from 0 to 1, from which a candidate passes; null for none. */
  readonly passLine: number | null;
  /** The languages in which code may be answered; all that a question offers if empty. */
  readonly languages: readonly string[];
  readonly hasCalculator: boolean;
  readonly documentation: readonly DocumentationLink[];
  /** Markdown, shown to candidates before they start. */
  readonly introduction: string;
  readonly rules: AssessmentRules;
};

/** An assessment as it is edited. It is saved in any state; `checkDraft` lists what keeps it from being published. */
export type AssessmentDraft = AssessmentSettings & { readonly sections: readonly DraftSection[] };

/** An entry of a published version: which question versions may be drawn is fixed. */
export type ContentEntry =
  | { readonly kind: 'question'; readonly id: string; readonly weight: number; readonly questionVersionId: string }
  | {
      readonly kind: 'pool';
      readonly id: string;
      readonly weight: number;
      readonly draw: number;
      readonly unseenOnly: boolean;
      readonly questionVersionIds: readonly string[];
    };

export type ContentSection = Omit<DraftSection, 'entries'> & { readonly entries: readonly ContentEntry[] };

/** A published version: the exact question versions, limits and rules. It never changes. */
export type AssessmentContent = AssessmentSettings & {
  readonly title: string;
  readonly sections: readonly ContentSection[];
};

/** A draft with no questions and the strictest rules. */
export const EMPTY_DRAFT: AssessmentDraft = {
  role: null,
  level: null,
  skills: [],
  minutes: 60,
  passLine: null,
  languages: [],
  hasCalculator: false,
  documentation: [],
  introduction: '',
  rules: { mayGoBack: true, page: 'item', countedSubmission: 'last', afterRelease: 'nothing' },
  sections: [],
};
