import {
  AssessmentDraftRevisionEntity,
  AssessmentEntity,
  AssessmentVersionEntity,
  AssessmentVersionQuestionEntity,
} from '../attempts/assessment.entity';
import {
  AttemptEntity,
  AttemptItemEntity,
  AttemptPreviewEntity,
  AttemptSectionEntity,
  AttemptTimeEntryEntity,
  AttemptTrialEntity,
  ResponseEntity,
  ResponseRevisionEntity,
} from '../attempts/attempt.entity';
import { AttemptScoreEntity, ItemCorrectionEntity } from '../attempts/attempt-score.entity';
import { AttemptEventEntity } from '../attempts/attempt-event.entity';
import { LateAnswerEntity } from '../attempts/late-answer.entity';
import { CohortEntryEntity, CohortViewEntity, DecisionEntity, ScoreFormEntity } from '../cohort/cohort.entity';
import { AttemptPresenceEntity } from '../attempts/presence.entity';
import { AttemptMessageEntity } from '../attempts/message.entity';
import { SimilarityPairEntity, SimilarityQuestionEntity, SimilarityRunEntity } from '../attempts/similarity.entity';
import { BankEntity, QuestionEntity, QuestionVersionEntity, VariantEntity } from '../bank/bank.entity';
import { QuestionReportEntity, ScoreEntity, SubmissionEntity, VerdictEntity } from '../grading/submission.entity';
import {
  AuditEntity,
  ExternalRefEntity,
  InstallationEntity,
  OutboxEntity,
  RateWindowEntity,
  UsedTicketEntity,
} from '../installation/installation.entity';
import { AccountEntity, AccountPasswordEntity, AccountProfileEntity, GuestEntity } from '../people/account.entity';
import { AccountLinkEntity } from '../people/account-link.entity';
import { ApiTokenEntity } from '../people/api-token.entity';
import { CandidateCodeEntity, InvitationEntity, PublicLinkEntity } from '../people/invitation.entity';
import { SeatCodeEntity, TimeRequestEntity } from '../people/candidate-request.entity';
import { AccountTotpEntity, PasskeyEntity, RecoveryCodeEntity } from '../people/second-factor.entity';
import { MailboxMessageEntity, MailEntity } from '../installation/mail.entity';
import { OutageEntity, ServiceHeartbeatEntity } from '../installation/outage.entity';
import {
  AccountIdentityEntity,
  OrganizationDomainEntity,
  OrganizationSignInEntity,
} from '../people/single-sign-on.entity';
import {
  CandidateEntity,
  MemberEntity,
  OrganizationEntity,
  OrganizationSlugEntity,
} from '../people/organization.entity';
import { OrganizationPrivacyEntity } from '../people/privacy.entity';
import { SessionEntity } from '../people/session.entity';

/**
 * The tables that TypeORM reads or writes, and those that their foreign keys refer to. `schema.it.test.ts` compares them
 * with the tables that the migrations make, and lists the tables without an entity.
 */
export const ENTITIES = [
  AccountEntity,
  AccountIdentityEntity,
  AccountLinkEntity,
  AccountPasswordEntity,
  AccountProfileEntity,
  AccountTotpEntity,
  ApiTokenEntity,
  AssessmentDraftRevisionEntity,
  AssessmentEntity,
  AssessmentVersionEntity,
  AssessmentVersionQuestionEntity,
  AttemptEntity,
  AttemptItemEntity,
  AttemptTrialEntity,
  AttemptMessageEntity,
  AttemptEventEntity,
  AttemptPresenceEntity,
  AttemptPreviewEntity,
  AttemptScoreEntity,
  AttemptSectionEntity,
  AttemptTimeEntryEntity,
  AuditEntity,
  BankEntity,
  CandidateCodeEntity,
  CandidateEntity,
  CohortEntryEntity,
  CohortViewEntity,
  DecisionEntity,
  ExternalRefEntity,
  GuestEntity,
  InstallationEntity,
  InvitationEntity,
  ItemCorrectionEntity,
  LateAnswerEntity,
  MailboxMessageEntity,
  MailEntity,
  MemberEntity,
  OrganizationDomainEntity,
  OrganizationEntity,
  OrganizationPrivacyEntity,
  OrganizationSignInEntity,
  OrganizationSlugEntity,
  OutageEntity,
  OutboxEntity,
  PasskeyEntity,
  PublicLinkEntity,
  QuestionEntity,
  QuestionReportEntity,
  QuestionVersionEntity,
  RateWindowEntity,
  RecoveryCodeEntity,
  ResponseEntity,
  ResponseRevisionEntity,
  ScoreEntity,
  ScoreFormEntity,
  SeatCodeEntity,
  ServiceHeartbeatEntity,
  SessionEntity,
  SimilarityPairEntity,
  SimilarityQuestionEntity,
  SimilarityRunEntity,
  SubmissionEntity,
  TimeRequestEntity,
  UsedTicketEntity,
  VariantEntity,
  VerdictEntity,
];
