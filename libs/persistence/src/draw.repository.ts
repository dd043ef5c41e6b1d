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
}
