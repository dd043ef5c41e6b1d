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

  /** In the order of the ids. */
  listVersions(versionIds: readonly string[]): Promise<VersionToDraw[]> {
    return this.manager.query(
      `select v.id, v.content_hash as "contentHash", v.kind, v.candidate_part as "candidatePart",
         v.secret_part as "secretPart",
         (select count(*)::int from variant where question_version_id = v.id) as "variantCount"
       from unnest($1::uuid[]) with ordinality as given (id, position)
       join question_version v on v.id = given.id order by given.position`,
      [versionIds],
    );
  }

  /** By version, the id of its variant at a place in their order, counted from 0; without those that are not there. */
  async variantIdsAt(
    places: readonly { readonly versionId: string; readonly ordinal: number }[],
  ): Promise<ReadonlyMap<string, string>> {
    if (places.length === 0) return new Map();
    const rows: { versionId: string; id: string }[] = await this.manager.query(
      `select given.version_id as "versionId", found.id
       from unnest($1::uuid[], $2::int[]) as given (version_id, ordinal), lateral (
         select id from variant where question_version_id = given.version_id order by ordinal offset given.ordinal limit 1
       ) found`,
      [places.map(({ versionId }) => versionId), places.map(({ ordinal }) => ordinal)],
    );
    return new Map(rows.map(({ versionId, id }) => [versionId, id]));
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
