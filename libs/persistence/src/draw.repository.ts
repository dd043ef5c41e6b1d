import type { EntityManager } from 'typeorm';

/** What drawing an item needs to know of a version. */
export type VersionToDraw = {
  readonly id: string;
  readonly contentHash: string;
  readonly kind: string;
  readonly candidatePart: unknown;
  readonly secretPart: unknown;
  readonly variantCount: number;
};

/** The making of variants or cases: by which job, and whether it is done or failed. */
export type PreparationState = {
  readonly jobId: string;
  readonly isDone: boolean;
  /** Why it could not be made; null while nothing has failed. */
  readonly failure: string | null;
};

export class DrawRepository {
  constructor(private readonly manager: EntityManager) {}

  listVersions(versionIds: readonly string[]): Promise<VersionToDraw[]> {
    return this.manager.query(
      `select v.id, v.content_hash as "contentHash", v.kind, v.candidate_part as "candidatePart",
         v.secret_part as "secretPart",
         (select count(*)::int from variant where question_version_id = v.id) as "variantCount"
       from question_version v where v.id = any($1::uuid[])`,
      [versionIds],
    );
  }

  async variantIdAt(versionId: string, ordinal: number): Promise<string | null> {
    const rows: { id: string }[] = await this.manager.query(
      'select id from variant where question_version_id = $1 order by ordinal offset $2 limit 1',
      [versionId, ordinal],
    );
    return rows[0]?.id ?? null;
  }

  /** Why the version's variants or cases could not be made; null while nothing has failed. */
  async failureOf(versionId: string): Promise<string | null> {
    const rows: { failure: string | null }[] = await this.manager.query(
      'select failure from preparation where question_version_id = $1 and failure is not null limit 1',
      [versionId],
    );
    return rows[0]?.failure ?? null;
  }

  /** The making of what grading the version in this scope needs; null where none was begun. */
  async preparationOf(versionId: string, scope: string): Promise<PreparationState | null> {
    const rows: PreparationState[] = await this.manager.query(
      `select job_id as "jobId", done_at is not null as "isDone", failure from preparation
       where question_version_id = $1 and scope = $2`,
      [versionId, scope],
    );
    return rows[0] ?? null;
  }
}
