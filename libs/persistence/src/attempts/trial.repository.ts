import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AttemptId, JobId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { AttemptTrialEntity } from './attempt.entity';
import { ATTEMPT, AttemptRow } from './attempt-rows';
import type { CandidateHolder } from './holder';
import { DELETE_ATTEMPTS } from './preview.repository';

/** A current question of the trial bank. */
export type TrialVersion = z.infer<typeof TrialVersion>;
const TrialVersion = row({ id: id(), kind: z.string(), languages: z.array(z.string()).readonly() });
const Kind = row({ kind: z.string(), languages: z.array(z.string()).readonly() });
const TrialId = row({ id: id<AttemptId>() });
const JobOfTrial = row({ jobId: id<JobId>() });

/** Trials of candidates before an assessment: attempts that leave nothing behind. */
export class TrialRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The questions of the installation's own trial bank; a bank of an organization is none. */
  listVersions(): Promise<TrialVersion[]> {
    const sql = `select v.id, v.kind, v.languages from question q
      join bank b on b.id = q.bank_id and b.use = 'trial' and b.organization_id is null
      join question_version v on v.id = q.current_version_id order by v.kind, q.id`;
    return listRows(this.manager, TrialVersion, sql, []);
  }

  /** What these versions are answered with: each kind once, with all languages that one of them accepts. */
  listKinds(versionIds: readonly string[]): Promise<z.infer<typeof Kind>[]> {
    const sql = `select v.kind, coalesce(array_agg(distinct l.language) filter (where l.language is not null), '{}') as languages
      from question_version v left join lateral unnest(v.languages) as l (language) on true
      where v.id = any($1::uuid[]) group by v.kind order by v.kind`;
    return listRows(this.manager, Kind, sql, [versionIds]);
  }

  /** The trial of an invitation; null without one. */
  find({ invitationId, organizationId }: CandidateHolder): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a join attempt_trial t on t.attempt_id = a.id
      where t.invitation_id = $1 and t.organization_id = $2 and a.erased_at is null`;
    return findRow(this.manager, AttemptRow, sql, [invitationId, organizationId]);
  }

  async insert(attemptId: string, { organizationId, candidateId, invitationId }: CandidateHolder, createdAt: Date) {
    await this.manager.insert(AttemptTrialEntity, {
      attemptId: attemptId as AttemptId,
      organizationId,
      candidateId,
      invitationId,
      createdAt,
    });
  }

  /** Locks and gives trials that were begun before a time, oldest first; those that another process deletes are skipped. */
  async lockOlder(than: Date, count: number): Promise<readonly AttemptId[]> {
    const sql = `select a.id from attempt a where a.id in (
        select attempt_id from attempt_trial where created_at < $1 order by created_at limit $2)
      and a.purpose = 'trial' for update skip locked`;
    return (await listRows(this.manager, TrialId, sql, [than, count])).map(({ id }) => id);
  }

  /** The grading jobs of code that was sent in these trials. */
  async listJobs(attemptIds: readonly AttemptId[]): Promise<readonly JobId[]> {
    const sql = `select s.job_id as "jobId" from submission s join attempt_item i on i.id = s.attempt_item_id
      where i.attempt_id = any($1::uuid[])`;
    return (await listRows(this.manager, JobOfTrial, sql, [attemptIds])).map(({ jobId }) => jobId);
  }

  async delete(attemptIds: readonly AttemptId[]): Promise<void> {
    for (const statement of DELETE_ATTEMPTS) await this.manager.query(statement, [attemptIds]);
  }
}
