import { type AssessmentContent, type ContentSection, invitationStatus, pageOf, policyOf } from '@holdout/assessment';
import type { Language } from '@holdout/bank';
import { ownMinutes } from '@holdout/timing';
import type { InvitedRow } from '@holdout/persistence';
import type {
  AssessmentSection,
  CandidateInvitationStatus,
  DocumentationLink,
  InvitationContact,
  Language as ShownLanguage,
  AfterRelease,
  AssessmentPage,
  Recorded as ShownRecorded,
} from '../../generated/resolvers';
import { statusShown } from '../candidate-invitation/invitation-view';
import { shownRecorded } from '../attempt/recording/shown-recorded';
import { languageView } from '../question-bank/languages';

const PAGES = { item: 'ITEM', section: 'SECTION' } as const;
const RELEASED = { nothing: 'NOTHING', score: 'SCORE', answers: 'ANSWERS' } as const;

/** What will be recorded of an attempt at this version: what its policy says. */
export function recordedView(assessmentVersionId: string): ShownRecorded[] {
  const attempt = { assessmentVersionId, endedAt: null, releasedAt: null, rules: null } as const;
  const { recorded } = policyOf({ purpose: 'assessment', form: 'assessment', ...attempt });
  return recorded.map(shownRecorded);
}

export const statusView = (invited: InvitedRow, now: Date): CandidateInvitationStatus =>
  statusShown(invitationStatus(invited, now));

export function contactOf({
  contactName: name,
  contactEmail: email,
}: Pick<InvitedRow, 'contactName' | 'contactEmail'>): InvitationContact | null {
  return name === null || email === null ? null : { name, email };
}

export const questionCountOf = ({ entries }: ContentSection): number =>
  entries.reduce((sum, entry) => sum + (entry.kind === 'pool' ? entry.draw : 1), 0);

/** The sections, with the limits that a person has whose extra time is this share. */
export const sectionsOf = ({ sections }: AssessmentContent, extraTime: number): AssessmentSection[] =>
  sections.map((section) => ({
    id: section.id,
    title: section.title,
    minutes: section.minutes === null ? null : ownMinutes(section.minutes * 60, extraTime),
    questionCount: questionCountOf(section),
  }));

/** The rules that a candidate is told, before the start and during the attempt. */
export function rulesView({ rules, hasCalculator, documentation }: AssessmentContent): {
  readonly mayGoBack: boolean;
  readonly page: AssessmentPage;
  readonly hasCalculator: boolean;
  readonly documentation: DocumentationLink[];
  readonly afterRelease: AfterRelease;
} {
  return {
    mayGoBack: rules.mayGoBack,
    page: PAGES[pageOf(rules)],
    hasCalculator,
    documentation: documentation.map(({ title, url }) => ({ title, url })),
    afterRelease: RELEASED[rules.afterRelease],
  };
}

export const languagesView = ({ languages }: AssessmentContent): ShownLanguage[] =>
  languages.map((language) => languageView(language as Language));

/** Every question version that an attempt may get. */
export function versionIdsOf({ sections }: AssessmentContent): readonly string[] {
  const entries = sections.flatMap((section) => section.entries);
  return entries.flatMap((entry) => (entry.kind === 'pool' ? entry.questionVersionIds : [entry.questionVersionId]));
}
