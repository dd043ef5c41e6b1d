import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Practiser } from '../attempts/holder';
import { findRow, getRow, id, json, listRows, row } from '../rows';
import { accountOf, VISIBLE } from './visible-questions';

/** The data of a version that drawing an item needs. */
export type VersionToDraw = z.infer<typeof VersionToDraw>;
const VersionToDraw = row({
  id: id(),
  contentHash: z.string(),
  kind: z.string(),
  candidatePart: json(),
  secretPart: json(),
  variantCount: z.int(),
});

const VariantAt = row({ versionId: id(), id: id() });
/** A drawn variant with its key. */
export type Variant = z.infer<typeof Variant>;
const Variant = row({ shown: json<Readonly<Record<string, string | number>>>(), secret: json() });
const Failure = row({ failure: z.string() });

/** The job that makes variants or cases, and whether it is done or why it failed. */
export type PreparationState = z.infer<typeof PreparationState>;
const PreparationState = row({ jobId: id(), isDone: z.boolean(), failure: z.string().nullable() });

/** What a quiz draws from: the kinds, which of them are families or programs, and the scope of the programs' cases. */
export type QuizKinds = {
  readonly drawn: readonly string[];
  readonly families: readonly string[];
  readonly programs: readonly string[];
  readonly scope: string;
};

const VersionId = row({ id: id() });

/** Reads what items are drawn from. */
export class DrawRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of the ids. */
  listVersions(versionIds: readonly string[]): Promise<VersionToDraw[]> {
    return listRows(
      this.manager,
      VersionToDraw,
      `select v.id, v.content_hash as "contentHash", v.kind, v.candidate_part as "candidatePart",
         v.secret_part as "secretPart",
         (select count(*)::int from variant where question_version_id = v.id) as "variantCount"
       from unnest($1::uuid[]) with ordinality as given (id, position)
       join question_version v on v.id = given.id order by given.position`,
      [versionIds],
    );
  }

  /**
   * Versions that a quiz over these skills (all if empty) may draw from: those of a family only if it has variants, those
   * of a program only if its cases exist in this scope.
   */
  async listQuizVersions(practiser: Practiser, skills: readonly string[], kinds: QuizKinds): Promise<string[]> {
    const versions = await listRows(
      this.manager,
      VersionId,
      `select v.id from ${VISIBLE}
       where (cardinality($2::text[]) = 0 or exists (
         select from question_version_skill vs join skill k on k.id = vs.skill_id
         where vs.question_version_id = v.id and (k.id = any($2) or k.domain_id = any($2))))
       and v.kind = any($3::text[])
       and (v.kind <> all($4::text[]) or exists (select from variant where question_version_id = v.id))
       and (v.kind <> all($5::text[]) or exists (
         select from preparation p where p.question_version_id = v.id and p.scope = $6
           and p.done_at is not null and p.failure is null))
       order by v.id`,
      [accountOf(practiser), skills, kinds.drawn, kinds.families, kinds.programs, kinds.scope],
    );
    return versions.map((version) => version.id);
  }

  /** By version, the id of its variant at a position, counted from 0; a version without such a variant is left out. */
  async variantIdsAt(
    places: readonly { readonly versionId: string; readonly ordinal: number }[],
  ): Promise<ReadonlyMap<string, string>> {
    if (places.length === 0) return new Map();
    const rows = await listRows(
      this.manager,
      VariantAt,
      `select given.version_id as "versionId", found.id
       from unnest($1::uuid[], $2::int[]) as given (version_id, ordinal), lateral (
         select id from variant where question_version_id = given.version_id order by ordinal offset given.ordinal limit 1
       ) found`,
      [places.map(({ versionId }) => versionId), places.map(({ ordinal }) => ordinal)],
    );
    return new Map(rows.map(({ versionId, id }) => [versionId, id]));
  }

  async getVariant(variantId: string): Promise<Variant> {
    return getRow(this.manager, Variant, 'select shown, secret from variant where id = $1', [variantId]);
  }

  /** Why making the version's variants or cases in a scope failed; null if nothing failed. */
  async failureOf(versionId: string, scope: string): Promise<string | null> {
    const failed = await findRow(
      this.manager,
      Failure,
      'select failure from preparation where question_version_id = $1 and scope = $2 and failure is not null',
      [versionId, scope],
    );
    return failed?.failure ?? null;
  }

  /** The job that makes what grading the version in this scope needs; null if none was started. */
  preparationOf(versionId: string, scope: string): Promise<PreparationState | null> {
    return findRow(
      this.manager,
      PreparationState,
      `select job_id as "jobId", done_at is not null as "isDone", failure from preparation
       where question_version_id = $1 and scope = $2`,
      [versionId, scope],
    );
  }
}
