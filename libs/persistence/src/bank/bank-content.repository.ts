import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRow, id, listRows, row } from '../rows';

export type VersionToInsert = {
  readonly id: string;
  readonly questionId: string;
  /** The id of the question within its bank: `<kind>.<slug>`. */
  readonly slug: string;
  readonly contentHash: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly level: number;
  readonly minutes: number;
  readonly licence: string;
  readonly sources: readonly string[];
  readonly languages: readonly string[];
  readonly candidatePart: object;
  readonly secretPart: object;
  /** The words that the catalogue searches. */
  readonly searchWords: readonly string[];
  readonly skills: readonly string[];
  readonly loadedAt: Date;
};

export type PreparationRow = z.infer<typeof PreparationRow>;
const PreparationRow = row({
  versionId: id(),
  scope: z.string(),
  jobId: id(),
  doneAt: z.date().nullable(),
  failure: z.string().nullable(),
});

const SavedBank = row({ id: z.string() });
const StoredVersion = row({ key: z.string(), id: id() });

const PREPARATION = `select question_version_id as "versionId", scope, job_id as "jobId", done_at as "doneAt", failure
  from preparation`;

export type VariantToInsert = {
  readonly id: string;
  readonly ordinal: number;
  readonly shown: object;
  readonly secret: object;
};

/** Writes a bank into the database. Versions and variants are insert-only. */
export class BankContentRepository {
  constructor(private readonly manager: EntityManager) {}

  async saveSkills(
    skills: readonly { id: string; name: string; domainId: string; domainName: string; aliases: readonly string[] }[],
  ): Promise<void> {
    await this.manager.query(
      `insert into skill (id, name, domain_id, domain_name, position)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
       on conflict (id) do update set name = excluded.name, domain_id = excluded.domain_id,
         domain_name = excluded.domain_name, position = excluded.position`,
      [
        skills.map((skill) => skill.id),
        skills.map((skill) => skill.name),
        skills.map((skill) => skill.domainId),
        skills.map((skill) => skill.domainName),
        skills.map((_, index) => index),
      ],
    );
    const aliases = skills.flatMap((skill) => skill.aliases.map((alias) => [alias, skill.id] as const));
    await this.manager.query(
      `insert into skill_alias (alias, skill_id) select * from unnest($1::text[], $2::text[])
       on conflict (alias) do update set skill_id = excluded.skill_id`,
      [aliases.map(([alias]) => alias), aliases.map(([, id]) => id)],
    );
  }

  async saveMisconceptions(sentences: Readonly<Record<string, string>>): Promise<void> {
    await this.manager.query(
      `insert into misconception (id, sentence) select * from unnest($1::text[], $2::text[])
       on conflict (id) do update set sentence = excluded.sentence`,
      [Object.keys(sentences), Object.values(sentences)],
    );
  }

  /** Only one process loads banks at a time; the lock ends with the transaction. */
  async lock(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('holdout bank'))`);
  }

  /** `organization` is a slug; throws if there is no such organization. The owner of an existing bank never changes. */
  async saveBank(bank: {
    readonly id: string;
    readonly organization: string | null;
    readonly name: string;
    readonly use: string;
    readonly licence: string;
  }): Promise<void> {
    const saved = await findRow(
      this.manager,
      SavedBank,
      `insert into bank (id, organization_id, name, use, licence)
       select $1, o.organization_id, $3, $4, $5
       from (select $2::text as slug) given left join organization_slug o on o.slug = given.slug
       where given.slug is null or o.slug is not null
       on conflict (id) do update set name = excluded.name, use = excluded.use, licence = excluded.licence
       returning id`,
      [bank.id, bank.organization, bank.name, bank.use, bank.licence],
    );
    if (saved === null) throw new Error(`Bank ${bank.id} belongs to "${bank.organization}": no such organization.`);
  }

  /** The ids of the bank's versions by `<question id> <content hash>`. */
  async versionsOf(bankId: string): Promise<ReadonlyMap<string, string>> {
    const versions = await listRows(
      this.manager,
      StoredVersion,
      `select v.question_id || ' ' || v.content_hash as key, v.id
       from question_version v join question q on q.id = v.question_id where q.bank_id = $1`,
      [bankId],
    );
    return new Map(versions.map((version) => [version.key, version.id]));
  }

  /** Adds versions, and questions that are new, in one statement: a bank has hundreds. */
  async insertVersions(bankId: string, versions: readonly VersionToInsert[]): Promise<void> {
    await this.manager.query(
      `with given as (
         select * from json_to_recordset($2) as v (id uuid, "questionId" text, slug text, "contentHash" text, kind text,
           title text, subtitle text, level int, minutes int, licence text, sources text[], languages text[], "candidatePart" jsonb,
           "secretPart" jsonb, "searchWords" text[], skills text[], "loadedAt" timestamptz)
       ), questions as (
         insert into question (id, bank_id, slug) select "questionId", $1, slug from given on conflict (id) do nothing
       ), versions as (
         insert into question_version (id, question_id, content_hash, kind, title, subtitle, level, minutes, licence, sources,
           languages, candidate_part, secret_part, search_words, loaded_at)
         select id, "questionId", "contentHash", kind, title, subtitle, level, minutes, licence, sources,
           languages, "candidatePart", "secretPart", array_to_tsvector("searchWords"), "loadedAt" from given
       )
       insert into question_version_skill (question_version_id, skill_id, position)
       select given.id, s.skill_id, s.position from given, unnest(skills) with ordinality as s (skill_id, position)`,
      [bankId, JSON.stringify(versions)],
    );
  }

  /** Makes these the bank's current versions; other questions leave the catalogue but keep their history. */
  async setCurrent(bankId: string, current: ReadonlyMap<string, string>): Promise<void> {
    await this.manager.query(
      `update question q set current_version_id = given.version_id
       from question before left join unnest($2::text[], $3::uuid[]) as given (question_id, version_id)
         on given.question_id = before.id
       where q.id = before.id and before.bank_id = $1 and before.current_version_id is distinct from given.version_id`,
      [bankId, [...current.keys()], [...current.values()]],
    );
  }

  /** The preparations of these versions in a scope, completed or not. */
  listPreparations(versionIds: readonly string[], scope: string): Promise<PreparationRow[]> {
    const sql = `${PREPARATION} where question_version_id = any($1::uuid[]) and scope = $2`;
    return listRows(this.manager, PreparationRow, sql, [versionIds, scope]);
  }

  /** Records the jobs that make what drawing or grading these versions needs; a job after a failure replaces the failed one. */
  async startPreparations(
    scope: string,
    preparations: readonly { readonly versionId: string; readonly jobId: string }[],
    at: Date,
  ): Promise<void> {
    await this.manager.query(
      `insert into preparation (question_version_id, scope, job_id, started_at)
       select version_id, $1, job_id, $4 from unnest($2::uuid[], $3::uuid[]) as given (version_id, job_id)
       on conflict (question_version_id, scope)
       do update set job_id = excluded.job_id, started_at = excluded.started_at, failure = null`,
      [scope, preparations.map(({ versionId }) => versionId), preparations.map(({ jobId }) => jobId), at],
    );
  }

  /** The preparation that this job makes; null if another job has replaced it. */
  findPreparation(jobId: string): Promise<PreparationRow | null> {
    return findRow(this.manager, PreparationRow, `${PREPARATION} where job_id = $1`, [jobId]);
  }

  async finishPreparation(jobId: string, at: Date): Promise<void> {
    await this.manager.query('update preparation set done_at = $2, failure = null where job_id = $1', [jobId, at]);
  }

  async failPreparation(jobId: string, failure: string): Promise<void> {
    await this.manager.query('update preparation set failure = $2 where job_id = $1', [jobId, failure]);
  }

  async insertVariants(versionId: string, variants: readonly VariantToInsert[]): Promise<void> {
    await this.manager.query(
      `insert into variant (id, question_version_id, ordinal, shown, secret)
       select id, $1, ordinal, shown, secret
       from unnest($2::uuid[], $3::int[], $4::jsonb[], $5::jsonb[]) as given (id, ordinal, shown, secret)
       on conflict (question_version_id, ordinal) do nothing`,
      [
        versionId,
        variants.map((variant) => variant.id),
        variants.map((variant) => variant.ordinal),
        variants.map((variant) => JSON.stringify(variant.shown)),
        variants.map((variant) => JSON.stringify(variant.secret)),
      ],
    );
  }
}
