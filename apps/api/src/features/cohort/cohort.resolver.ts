import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CohortViewRepository, Database } from '@holdout/persistence';
import { Needs } from '../../access/needs';
import { accountOf, type Ctx } from '../../access/context';
import type {
  CohortEntryResolvers,
  QueryCohortArgs,
  QueryCohortBracketsArgs,
  QueryCohortComparisonArgs,
  QueryCohortCountsArgs,
  QueryCohortViewsArgs,
  QueryResolvers,
  Skill,
} from '../../generated/resolvers';
import { assessmentId } from '../assessment/assessment.resolver';
import { skillsOfVersion } from '../question-bank/question-bank.loader';
import { countsShown } from './cohort-counts';
import { cohortCursor, readCohortCursor } from './cohort-cursor';
import { Cohorts, type EntryInCohort } from './cohort.service';
import {
  COHORT_ORDERS,
  cohortFilter,
  differenceShown,
  KINDS,
  SIDES_SHOWN,
  skillBand,
  skillsIn,
  STATUSES,
} from './cohort-view';
import { bandShown } from './measurement-view';

const MOST_COMPARED = 4;

/** People who took an assessment. The access table has checked the membership. */
@Resolver('CohortEntry')
export class CohortResolver
  implements
    Pick<QueryResolvers, 'cohort' | 'cohortCounts' | 'cohortBrackets' | 'cohortComparison' | 'cohortViews'>,
    Pick<
      CohortEntryResolvers,
      'candidate' | 'status' | 'endedOn' | 'band' | 'isProvisional' | 'passLine' | 'side' | 'skills' | 'decision'
    >
{
  constructor(
    private readonly cohorts: Cohorts,
    private readonly db: Database,
  ) {}

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async cohort(_: unknown, { assessmentId: id, first, after, filter, order }: QueryCohortArgs) {
    const by = COHORT_ORDERS[order ?? 'NAME'];
    const page = { first, order: by, after: after ? readCohortCursor(by, after) : null };
    const { rows, hasNextPage } = await this.cohorts.list(assessmentId(id), cohortFilter(filter ?? {}), page);
    const edges = rows.map(({ entry, key }) => ({ cursor: cohortCursor(key, entry.attemptId), node: entry }));
    return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async cohortCounts(_: unknown, { assessmentId: id }: QueryCohortCountsArgs) {
    return countsShown(await this.cohorts.count(assessmentId(id)));
  }

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  cohortBrackets(_: unknown, { assessmentId: id, attemptIds }: QueryCohortBracketsArgs) {
    return this.cohorts.brackets(assessmentId(id), attemptIds);
  }

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async cohortComparison(_: unknown, { assessmentId: id, attemptIds }: QueryCohortComparisonArgs, ctx: Ctx) {
    const people = await this.cohorts.listByIds(assessmentId(id), attemptIds.slice(0, MOST_COMPARED));
    const pairs = people.flatMap((one, at) => people.slice(at + 1).map((other) => [one, other] as const));
    const skills = new Map(
      (await Promise.all(people.map((one) => skillsOf(one, ctx)))).flat().map((skill) => [skill.id, skill]),
    );
    return {
      people,
      pairs: pairs.map(([one, other]) => pairShown(one, other, [...skills.values()])),
    };
  }

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  cohortViews(_: unknown, { assessmentId: id }: QueryCohortViewsArgs, ctx: Ctx) {
    const owner = { assessmentId: assessmentId(id), accountId: accountOf(ctx).accountId };
    return this.db.repo(CohortViewRepository).list(owner);
  }

  @ResolveField()
  candidate({ candidateId: id, name, email }: EntryInCohort) {
    return { id, name, email };
  }

  @ResolveField()
  status({ status }: EntryInCohort) {
    return STATUSES[status];
  }

  /** The day only: with the time of the start, the time would tell how long somebody had. */
  @ResolveField()
  endedOn({ endedAt }: EntryInCohort): Date | null {
    return endedAt === null ? null : new Date(`${endedAt.toISOString().slice(0, 10)}T00:00:00Z`);
  }

  @ResolveField()
  band({ total }: EntryInCohort) {
    return total === null ? null : bandShown(total);
  }

  @ResolveField()
  isProvisional({ items }: EntryInCohort): boolean {
    return (items ?? []).some(({ state }) => state === 'awaiting');
  }

  @ResolveField()
  passLine({ passLine }: EntryInCohort): number | null {
    return passLine === null ? null : 100 * passLine;
  }

  @ResolveField()
  side({ side }: EntryInCohort) {
    return side === null ? null : SIDES_SHOWN[side];
  }

  @ResolveField()
  async skills(entry: EntryInCohort, _: unknown, ctx: Ctx) {
    return (await skillsOf(entry, ctx)).map((skill) => {
      const band = skillBand(entry, skill.id);
      return { skill, band: band === null ? null : bandShown(band) };
    });
  }

  @ResolveField()
  decision({ decisionKind: kind, decisionNumber: number, decisionReason, decidedAt, decidedBy }: EntryInCohort) {
    if (kind === null || number === null || decisionReason === null || decidedAt === null) return null;
    return { kind: KINDS[kind], number, reason: decisionReason, decidedAt, decidedBy };
  }
}

/** The skills of a person's items with their names, by name. */
async function skillsOf(entry: EntryInCohort, ctx: Ctx): Promise<readonly Skill[]> {
  const wanted = new Set(skillsIn(entry));
  const versions = [...new Set((entry.items ?? []).map(({ questionVersionId }) => questionVersionId))];
  const loaded = await Promise.all(versions.map((id) => ctx.loaders.of(skillsOfVersion).load(id)));
  const byId = new Map(loaded.flat().map((skill) => [skill.id, skill]));
  return [...byId.values()].filter(({ id }) => wanted.has(id)).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function pairShown(one: EntryInCohort, other: EntryInCohort, skills: readonly Skill[]) {
  const isOneForm = one.formKey === other.formKey;
  return {
    attemptId: one.attemptId,
    otherAttemptId: other.attemptId,
    hasOtherQuestions: !isOneForm,
    total: isOneForm ? differenceShown(one.total, other.total) : null,
    skills: skills.map((skill) => ({
      skill,
      difference: isOneForm ? differenceShown(skillBand(one, skill.id), skillBand(other, skill.id)) : null,
    })),
  };
}
