import type { ItemPoints, MarkedBy, SkillPoints } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, AssessmentVersionId, AttemptId, ItemCorrectionId, OrganizationId } from '../ids';
import { findRow, getRow, id, json, listRows, row } from '../rows';

export const SCORE_CAUSES = ['scored', 'reviewed', 'corrected', 'disputed', 'late'] as const;
/** What a score of an attempt came from: its end and gradings, a review, a correction of a question, a dispute, late work. */
export type ScoreCause = (typeof SCORE_CAUSES)[number];

/** A score of an attempt; the one that counts is not superseded. */
export type AttemptScoreRow = z.infer<typeof AttemptScoreRow>;
const AttemptScoreRow = row({
  attemptId: id<AttemptId>(),
  number: z.int(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  assessmentVersionId: id<AssessmentVersionId>(),
  earned: z.number(),
  possible: z.number(),
  pending: z.number(),
  items: json<readonly ItemPoints[]>(),
  skills: json<readonly SkillPoints[]>(),
  cause: z.enum(SCORE_CAUSES),
  reason: z.string().nullable(),
  correctionId: id<ItemCorrectionId>().nullable(),
  scoredAt: z.date(),
});

const SCORE = `s.attempt_id as "attemptId", s.number, s.organization_id as "organizationId",
  s.assessment_id as "assessmentId", s.assessment_version_id as "assessmentVersionId", s.earned, s.possible, s.pending,
  s.items, s.skills, s.cause, s.reason, s.correction_id as "correctionId", s.scored_at as "scoredAt"`;

/** An attempt that is scored as a whole. */
export type AttemptToScore = z.infer<typeof AttemptToScore>;
const AttemptToScore = row({
  id: id<AttemptId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  assessmentVersionId: id<AssessmentVersionId>(),
  countedSubmission: z.enum(['best', 'last']),
  isReleased: z.boolean(),
});

const OneScore = z.strictObject({
  earned: z.number(),
  possible: z.number(),
  pending: z.number(),
  markedBy: z.enum(['key', 'self', 'reviewer', 'rescore'] satisfies MarkedBy[]),
  state: z.enum(['answered', 'omitted', 'notReached']),
  at: z.string(),
});

const ItemToScoreRow = row({
  itemId: id(),
  position: z.int(),
  questionVersionId: id(),
  sectionId: z.string().nullable(),
  weight: z.number(),
  skills: z.array(z.string()),
  isGrading: z.boolean(),
  isWithdrawn: z.boolean(),
  scores: z.array(OneScore),
});

/** The kind of the newest correction of the question of item `i` in assessment `assessment`; null for none. */
const CORRECTED = (assessment: string): string => `(select c.kind from item_correction c
  where c.assessment_id = ${assessment} and c.question_version_id = i.question_version_id
  order by c.made_at desc, c.id desc limit 1)`;

/** A submission without a verdict is still graded. A verdict that says that we failed leaves what was scored before. */
const ITEMS = `select i.id as "itemId", i.position, i.question_version_id as "questionVersionId",
    i.section_id as "sectionId", i.weight,
    array(select skill_id from question_version_skill k where k.question_version_id = i.question_version_id
      order by k.position) as skills,
    exists (select from submission b where b.attempt_item_id = i.id and b.purpose = 'submit'
      and not exists (select from verdict d where d.submission_id = b.id)) as "isGrading",
    coalesce(${CORRECTED('$2')} = 'withdrawn', false) as "isWithdrawn",
    coalesce((select json_agg(json_build_object('earned', s.earned, 'possible', s.possible, 'pending', s.pending,
        'markedBy', s.marked_by, 'state', s.state, 'at', s.scored_at) order by s.scored_at, s.id)
      from score s where s.attempt_item_id = i.id), '[]') as scores
  from attempt_item i where i.attempt_id = $1 order by i.position`;

const WithId = row({ id: id<AttemptId>() });
const Number = row({ number: z.int().nullable() });

export type AttemptScoreToWrite = Omit<AttemptScoreRow, 'number'>;

/** The scores of attempts of assessments. Every query of a member carries the organization. */
export class AttemptScoreRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Locks an ended attempt until its new score is written, so that two changes at once do not read each other's old scores;
   * null if it has none: it is open, erased, or no candidate's.
   */
  async lock(attemptId: string): Promise<AttemptToScore | null> {
    const found = await findRow(
      this.manager,
      AttemptToScore,
      `select a.id, a.organization_id as "organizationId", v.assessment_id as "assessmentId",
         a.assessment_version_id as "assessmentVersionId", a.released_at is not null as "isReleased",
         v.content -> 'rules' ->> 'countedSubmission' as "countedSubmission"
       from attempt a join assessment_version v on v.id = a.assessment_version_id
       where a.id = $1 and a.purpose = 'assessment' and a.ended_at is not null and a.erased_at is null for share of a`,
      [attemptId],
    );
    if (found === null) return null;
    // Not the row lock: two gradings hold their attempt in share already, and neither could take more.
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('attempt_score ' || $1, 0))`, [attemptId]);
    return found;
  }

  async attemptOf(itemId: string): Promise<AttemptId> {
    const sql = 'select attempt_id as id from attempt_item where id = $1';
    return (await getRow(this.manager, WithId, sql, [itemId])).id;
  }

  listItems({ id: attemptId, assessmentId }: Pick<AttemptToScore, 'id' | 'assessmentId'>) {
    return listRows(this.manager, ItemToScoreRow, ITEMS, [attemptId, assessmentId]);
  }

  /** The score that counts; null before there is one. */
  find(attemptId: string): Promise<AttemptScoreRow | null> {
    const sql = `select ${SCORE} from attempt_score s where s.attempt_id = $1 and s.superseded_at is null`;
    return findRow(this.manager, AttemptScoreRow, sql, [attemptId]);
  }

  /** All scores of one attempt, oldest first. */
  listHistory(attemptId: string): Promise<AttemptScoreRow[]> {
    const sql = `select ${SCORE} from attempt_score s where s.attempt_id = $1 order by s.number`;
    return listRows(this.manager, AttemptScoreRow, sql, [attemptId]);
  }

  /** Writes the score with this number; before the release number 1 is written again. */
  async replace(score: AttemptScoreToWrite): Promise<void> {
    await this.write(
      score,
      1,
      `on conflict (attempt_id, number) do update set earned = excluded.earned,
      possible = excluded.possible, pending = excluded.pending, items = excluded.items, skills = excluded.skills,
      cause = excluded.cause, reason = excluded.reason, correction_id = excluded.correction_id,
      scored_at = excluded.scored_at`,
    );
  }

  /** Adds the next number; the score before it is kept as superseded. */
  async add(score: AttemptScoreToWrite): Promise<void> {
    const last = await getRow(
      this.manager,
      Number,
      'select max(number) as number from attempt_score where attempt_id = $1',
      [score.attemptId],
    );
    await this.manager.query(
      'update attempt_score set superseded_at = $2 where attempt_id = $1 and superseded_at is null',
      [score.attemptId, score.scoredAt],
    );
    await this.write(score, (last.number ?? 0) + 1, '');
  }

  /** Ended attempts without a score or a row in their cohort, of all organizations, longest ended first: those of before there were any. */
  async listUnscored(count: number): Promise<readonly AttemptId[]> {
    const rows = await listRows(
      this.manager,
      WithId,
      `select a.id from attempt a where a.purpose = 'assessment' and a.ended_at is not null and a.erased_at is null
         and (not exists (select from attempt_score s where s.attempt_id = a.id)
           or not exists (select from cohort_entry e where e.attempt_id = a.id)) order by a.ended_at limit $1`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  private async write(score: AttemptScoreToWrite, number: number, onConflict: string): Promise<void> {
    await this.manager.query(
      `insert into attempt_score (attempt_id, number, organization_id, assessment_id, assessment_version_id, earned,
         possible, pending, items, skills, cause, reason, correction_id, scored_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ${onConflict}`,
      [
        score.attemptId,
        number,
        score.organizationId,
        score.assessmentId,
        score.assessmentVersionId,
        score.earned,
        score.possible,
        score.pending,
        JSON.stringify(score.items),
        JSON.stringify(score.skills),
        score.cause,
        score.reason,
        score.correctionId,
        score.scoredAt,
      ],
    );
  }
}
