import type { EntityManager } from 'typeorm';
import type {
  AssessmentId,
  AssessmentVersionId,
  AttemptId,
  AttemptItemId,
  CandidateId,
  InvitationId,
  OrganizationId,
  QuestionVersionId,
  ScoreId,
} from '../ids';
import type { AttemptScoreToWrite } from '../attempts/attempt-score.repository';

export type SimulatedPerson = {
  readonly candidateId: CandidateId;
  readonly invitationId: InvitationId;
  readonly attemptId: AttemptId;
  readonly name: string;
  readonly email: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
};

export type SimulatedAnswer = {
  readonly itemId: AttemptItemId;
  readonly scoreId: ScoreId;
  readonly attemptId: AttemptId;
  readonly position: number;
  readonly questionVersionId: QuestionVersionId;
  readonly sectionId: string | null;
  readonly draw: object | null;
  readonly weight: number;
  /** Null if the person left it empty. */
  readonly answer: object | null;
  readonly state: 'answered' | 'omitted' | 'notReached';
  readonly earned: number;
  readonly possible: number;
  readonly savedAt: Date;
};

type Place = {
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
  readonly assessmentVersionId: AssessmentVersionId;
};

/** Attempts of people who do not exist, many in one statement for each table. */
export class SimulatedCohortRepository {
  constructor(private readonly manager: EntityManager) {}

  async insertPeople(place: Place, people: readonly SimulatedPerson[]): Promise<void> {
    const from = `from jsonb_to_recordset($1::jsonb) as p ("candidateId" uuid, "invitationId" uuid, "attemptId" uuid, name text,
      email text, "startedAt" timestamptz, "endedAt" timestamptz)`;
    const rows = JSON.stringify(people);
    const { organizationId, assessmentId, assessmentVersionId } = place;
    await this.manager.query(
      `insert into candidate (id, organization_id, created_at) select p."candidateId", $2, p."startedAt" ${from}`,
      [rows, organizationId],
    );
    await this.manager.query(
      `insert into candidate_profile (candidate_id, organization_id, email, name)
       select p."candidateId", $2, p.email, p.name ${from}`,
      [rows, organizationId],
    );
    // Nobody knows a token with this hash: the links lead nowhere.
    await this.manager.query(
      `insert into invitation (id, organization_id, purpose, assessment_id, assessment_version_id, candidate_id, email,
         token_hash, source, created_at, expires_at, used_at)
       select p."invitationId", $2, 'assessment', $3, $4, p."candidateId", p.email,
         sha256(uuid_send(p."invitationId") || uuid_send(gen_random_uuid())), 'link', p."startedAt", p."endedAt", p."startedAt" ${from}`,
      [rows, organizationId, assessmentId, assessmentVersionId],
    );
    await this.manager.query(
      `insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, invitation_id, seed,
         started_at, ended_at, ended_by)
       select p."attemptId", 'assessment', 'assessment', $2, p."candidateId", $3, p."invitationId", 'simulated', p."startedAt",
         p."endedAt", 'candidate' ${from}`,
      [rows, organizationId, assessmentVersionId],
    );
  }

  async insertAnswers(answers: readonly SimulatedAnswer[]): Promise<void> {
    const from = `from jsonb_to_recordset($1::jsonb) as a ("itemId" uuid, "scoreId" uuid, "attemptId" uuid, position smallint,
      "questionVersionId" uuid, "sectionId" text, draw jsonb, weight float8, answer jsonb, state text, earned float8,
      possible float8, "savedAt" timestamptz)`;
    const rows = [JSON.stringify(answers)];
    await this.manager.query(
      `insert into attempt_item (id, attempt_id, position, question_version_id, presented_at, fixed_at, fixed_by, draw, section_id, weight)
       select a."itemId", a."attemptId", a.position, a."questionVersionId",
         case when a.state <> 'notReached' then a."savedAt" end, a."savedAt", 'ended', a.draw, a."sectionId", a.weight ${from}`,
      rows,
    );
    await this.manager.query(
      `insert into response (attempt_item_id, revision, answer, first_saved_at, saved_at)
       select a."itemId", 1, a.answer, a."savedAt", a."savedAt" ${from} where a.answer is not null`,
      rows,
    );
    await this.manager.query(
      `insert into response_revision (id, attempt_item_id, revision, answer, saved_at)
       select gen_random_uuid(), a."itemId", 1, a.answer, a."savedAt" ${from} where a.answer is not null`,
      rows,
    );
    await this.manager.query(
      `insert into score (id, attempt_item_id, response_revision, state, raw, earned, possible, scored_at)
       select a."scoreId", a."itemId", case when a.answer is not null then 1 end, a.state, '{}', a.earned, a.possible, a."savedAt" ${from}`,
      rows,
    );
  }

  async insertScores(scores: readonly AttemptScoreToWrite[]): Promise<void> {
    await this.manager.query(
      `insert into attempt_score (attempt_id, number, organization_id, assessment_id, assessment_version_id, earned, possible,
         pending, items, skills, cause, scored_at)
       select s."attemptId", 1, s."organizationId", s."assessmentId", s."assessmentVersionId", s.earned, s.possible, s.pending,
         s.items, s.skills, s.cause, s."scoredAt"
       from jsonb_to_recordset($1::jsonb) as s ("attemptId" uuid, "organizationId" uuid, "assessmentId" uuid,
         "assessmentVersionId" uuid, earned float8, possible float8, pending float8, items jsonb, skills jsonb, cause text,
         "scoredAt" timestamptz)`,
      [JSON.stringify(scores)],
    );
  }
}
