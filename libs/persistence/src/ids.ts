import { v7 } from 'uuid';

type Branded<Name extends string> = string & { readonly __brand: Name };

export type AccountId = Branded<'AccountId'>;
export type GuestId = Branded<'GuestId'>;
export type SessionId = Branded<'SessionId'>;
export type OrganizationId = Branded<'OrganizationId'>;
export type AccountLinkId = Branded<'AccountLinkId'>;
export type ApiTokenId = Branded<'ApiTokenId'>;
export type MemberId = Branded<'MemberId'>;
export type CandidateId = Branded<'CandidateId'>;
export type AssessmentId = Branded<'AssessmentId'>;
export type AssessmentVersionId = Branded<'AssessmentVersionId'>;
export type AssessmentDraftRevisionId = Branded<'AssessmentDraftRevisionId'>;
export type PublicLinkId = Branded<'PublicLinkId'>;
export type CandidateCodeId = Branded<'CandidateCodeId'>;
export type SeatCodeId = Branded<'SeatCodeId'>;
export type InvitationId = Branded<'InvitationId'>;
export type QuestionVersionId = Branded<'QuestionVersionId'>;
export type VariantId = Branded<'VariantId'>;
export type AttemptId = Branded<'AttemptId'>;
export type ItemCorrectionId = Branded<'ItemCorrectionId'>;
export type SimilarityRunId = Branded<'SimilarityRunId'>;
export type SimilarityPairId = Branded<'SimilarityPairId'>;
export type CohortViewId = Branded<'CohortViewId'>;
export type AttemptMessageId = Branded<'AttemptMessageId'>;
export type AttemptTimeEntryId = Branded<'AttemptTimeEntryId'>;
export type AttemptItemId = Branded<'AttemptItemId'>;
export type ResponseRevisionId = Branded<'ResponseRevisionId'>;
export type LateAnswerId = Branded<'LateAnswerId'>;
export type SubmissionId = Branded<'SubmissionId'>;
export type VerdictId = Branded<'VerdictId'>;
export type ScoreId = Branded<'ScoreId'>;
export type ReviewId = Branded<'ReviewId'>;
export type ReviewQueueId = Branded<'ReviewQueueId'>;
export type ReviewTaskId = Branded<'ReviewTaskId'>;
export type ReviewDisagreementId = Branded<'ReviewDisagreementId'>;
export type QuestionReportId = Branded<'QuestionReportId'>;
export type JobId = Branded<'JobId'>;
export type AuditId = Branded<'AuditId'>;
export type OutboxId = Branded<'OutboxId'>;
export type RecoveryCodeId = Branded<'RecoveryCodeId'>;
export type PasskeyId = Branded<'PasskeyId'>;
export type OrganizationDomainId = Branded<'OrganizationDomainId'>;
export type AccountIdentityId = Branded<'AccountIdentityId'>;
export type TicketId = Branded<'TicketId'>;
export type ExternalRefId = Branded<'ExternalRefId'>;
export type OutageId = Branded<'OutageId'>;
export type MailId = Branded<'MailId'>;

export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** Gives a new UUIDv7, the one place where ids are minted: those made later sort later. */
export function newId<Id extends string>(clock: Clock): Id {
  return v7({ msecs: clock.now().getTime() }) as Id;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Gives the id when it has the form of one, else null: PostgreSQL answers other text with an error, not with no row. */
export function parseId<Id extends string>(text: string): Id | null {
  return UUID.test(text) ? (text.toLowerCase() as Id) : null;
}
