import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { CandidateId, OrganizationId } from '../ids';
import { countChanged, escapeLike, findRow, id, listRows, row } from '../rows';

const CANDIDATE_COLUMNS = {
  id: id<CandidateId>(),
  organizationId: id<OrganizationId>(),
  email: z.string(),
  name: z.string(),
  extraTime: z.number(),
  breakSeconds: z.int(),
  createdAt: z.date(),
};

/** A person as one organization sees them. */
export type CandidateRow = z.infer<typeof CandidateRow>;
const CandidateRow = row(CANDIDATE_COLUMNS);

/** An assessment of which both records have an open attempt. */
export type TakenByBoth = z.infer<typeof TakenByBoth>;
const TakenByBoth = row({ title: z.string(), startedAt: z.date() });

export type MergeOutcome =
  | { readonly kind: 'merged' | 'missing' }
  /** Nothing was changed. */
  | { readonly kind: 'bothTake'; readonly taken: TakenByBoth };

/** A candidate with what a merge would move. */
export type FoundCandidate = z.infer<typeof FoundCandidate>;
const FoundCandidate = row({ ...CANDIDATE_COLUMNS, invitationCount: z.int(), attemptCount: z.int() });

export type PersonToInvite = { readonly id: CandidateId; readonly email: string; readonly name: string };
export type Allowance = { readonly extraTime: number; readonly breakSeconds: number };

const WithId = row({ id: id<CandidateId>() });

const CANDIDATE = `c.id, c.organization_id as "organizationId", p.email, p.name, c.extra_time as "extraTime",
  c.break_seconds as "breakSeconds", c.created_at as "createdAt"`;
const TABLES = 'candidate c join candidate_profile p on p.candidate_id = c.id';

/** Candidates of an organization. Two records of one person can be merged; the addresses of both then lead to one. */
export class CandidateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Serializes what makes candidates, so that an address never gets two records at once. */
  async lockAdding(organizationId: OrganizationId): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('candidates ' || $1, 0))`, [
      organizationId,
    ]);
  }

  /** The candidates of these addresses; those that are new are added with the given ids. Call `lockAdding` first. */
  async ensure(organizationId: OrganizationId, people: readonly PersonToInvite[], now: Date): Promise<CandidateRow[]> {
    const columns = [people.map((one) => one.id), people.map((one) => one.email), people.map((one) => one.name)];
    await this.manager.query(
      `with given as (
         select * from unnest($2::uuid[], $3::text[], $4::text[]) as given (id, email, name)
         where not exists (select from candidate_profile p where p.organization_id = $1 and p.email = given.email)),
       added as (insert into candidate (id, organization_id, created_at) select id, $1, $5 from given)
       insert into candidate_profile (candidate_id, organization_id, email, name) select id, $1, email, name from given`,
      [organizationId, ...columns, now],
    );
    return this.listByEmail(
      organizationId,
      people.map((one) => one.email),
    );
  }

  /** The candidates that these addresses lead to. */
  listByEmail(organizationId: OrganizationId, emails: readonly string[]): Promise<CandidateRow[]> {
    const sql = `select c.id, c.organization_id as "organizationId", given.email, p.name, c.extra_time as "extraTime",
        c.break_seconds as "breakSeconds", c.created_at as "createdAt"
      from candidate_profile given
      join candidate first on first.id = given.candidate_id
      join candidate c on c.id = coalesce(first.merged_into, first.id)
      join candidate_profile p on p.candidate_id = c.id
      where given.organization_id = $1 and given.email = any($2::text[]) and c.erased_at is null`;
    return listRows(this.manager, CandidateRow, sql, [organizationId, emails]);
  }

  find(organizationId: OrganizationId, candidateId: CandidateId): Promise<CandidateRow | null> {
    const sql = `select ${CANDIDATE} from ${TABLES}
      where c.organization_id = $1 and c.id = $2 and c.erased_at is null and c.merged_into is null`;
    return findRow(this.manager, CandidateRow, sql, [organizationId, candidateId]);
  }

  /** By name: those in whose name or address each word begins a word. The words are in lower case. */
  search(organizationId: OrganizationId, words: readonly string[], first: number): Promise<FoundCandidate[]> {
    const sql = `select ${CANDIDATE},
        (select count(*)::int from invitation i
          where i.organization_id = $1 and i.candidate_id = c.id) as "invitationCount",
        (select count(*)::int from attempt a where a.organization_id = $1 and a.candidate_id = c.id) as "attemptCount"
      from ${TABLES}
      where c.organization_id = $1 and c.erased_at is null and c.merged_into is null
        and not exists (select from unnest($2::text[]) word where not (
          p.email like word || '%' or lower(p.name) like word || '%' or lower(p.name) like '% ' || word || '%'))
      order by p.name, c.id limit $3`;
    return listRows(this.manager, FoundCandidate, sql, [organizationId, words.map(escapeLike), first]);
  }

  /** Sets the accommodations, which hold for every later attempt. False if there is no such candidate. */
  async setAllowance(organizationId: OrganizationId, candidateId: CandidateId, allowance: Allowance): Promise<boolean> {
    const sql = `update candidate set extra_time = $3, break_seconds = $4
      where organization_id = $1 and id = $2 and erased_at is null and merged_into is null`;
    const { extraTime, breakSeconds } = allowance;
    return (await countChanged(this.manager, sql, [organizationId, candidateId, extraTime, breakSeconds])) === 1;
  }

  /** Sets the accommodations of many candidates of the organization. */
  async setAllowances(
    organizationId: OrganizationId,
    given: readonly (Allowance & { readonly candidateId: CandidateId })[],
  ): Promise<void> {
    const sql = `update candidate c set extra_time = given.extra_time, break_seconds = given.break_seconds
      from unnest($2::uuid[], $3::float8[], $4::int[]) as given (id, extra_time, break_seconds)
      where c.organization_id = $1 and c.id = given.id and c.erased_at is null and c.merged_into is null`;
    await countChanged(this.manager, sql, [
      organizationId,
      given.map(({ candidateId }) => candidateId),
      given.map(({ extraTime }) => extraTime),
      given.map(({ breakSeconds }) => breakSeconds),
    ]);
  }

  async rename(organizationId: OrganizationId, candidateId: CandidateId, name: string): Promise<void> {
    const sql = 'update candidate_profile set name = $3 where organization_id = $1 and candidate_id = $2';
    await countChanged(this.manager, sql, [organizationId, candidateId, name]);
  }

  async isMerged(organizationId: OrganizationId, from: CandidateId, into: CandidateId): Promise<boolean> {
    const sql = 'select id from candidate where organization_id = $1 and id = $2 and merged_into = $3';
    return (await findRow(this.manager, WithId, sql, [organizationId, from, into])) !== null;
  }

  /**
   * Makes one candidate of two: invitations and attempts of `from` become those of `into`, and the address of `from` leads
   * there. The larger accommodation is kept. Records merged into `from` before follow. Not while both take the same assessment:
   * a person has one open attempt of it.
   */
  async merge(organizationId: OrganizationId, from: CandidateId, into: CandidateId): Promise<MergeOutcome> {
    const both = await listRows(
      this.manager,
      WithId,
      `select id from candidate where organization_id = $1 and id = any($2::uuid[]) and erased_at is null
         and merged_into is null order by id for update`,
      [organizationId, [from, into]],
    );
    if (both.length !== 2) return { kind: 'missing' };
    // Both are locked: neither can start anything meanwhile.
    const taken = await this.findTakenByBoth(from, into);
    if (taken !== null) return { kind: 'bothTake', taken };
    const parameters = [organizationId, from, into];
    for (const sql of MERGE) await countChanged(this.manager, sql, parameters);
    return { kind: 'merged' };
  }

  private findTakenByBoth(from: CandidateId, into: CandidateId): Promise<TakenByBoth | null> {
    const sql = `select s.title, greatest(a.started_at, b.started_at) as "startedAt" from attempt a
      join attempt b on b.assessment_id = a.assessment_id and b.purpose = 'assessment' and b.ended_at is null
      join assessment s on s.id = a.assessment_id
      where a.candidate_id = $1 and b.candidate_id = $2 and a.purpose = 'assessment' and a.ended_at is null limit 1`;
    return findRow(this.manager, TakenByBoth, sql, [from, into]);
  }
}

const MERGE = [
  'update invitation set candidate_id = $3 where organization_id = $1 and candidate_id = $2',
  'update attempt set candidate_id = $3 where organization_id = $1 and candidate_id = $2',
  'update session set candidate_id = $3 where organization_id = $1 and candidate_id = $2',
  `update candidate i set extra_time = greatest(i.extra_time, f.extra_time),
     break_seconds = greatest(i.break_seconds, f.break_seconds)
   from candidate f where i.organization_id = $1 and f.id = $2 and i.id = $3`,
  `update candidate set merged_into = $3 where organization_id = $1 and (id = $2 or merged_into = $2)`,
] as const;
