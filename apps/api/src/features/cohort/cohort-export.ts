import { Readable } from 'node:stream';
import {
  type AssessmentId,
  COHORT_STATUSES,
  type CohortFilter,
  type CohortPage,
  Database,
  DECISIONS,
  OrganizationRepository,
  SIDES,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Acts, done } from '../../access/acts';
import { accountOf, type Ctx } from '../../access/context';
import { CHECK_ACCESS, type CheckAccess } from '../../platform/access/root-field-guard';
import { RateLimits } from '../../platform/access/rate-limits';
import { assessmentId } from '../assessment/assessment.resolver';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { wordsOf } from '../candidate-invitation/invitation-view';
import { Cohorts, type EntryInCohort } from './cohort.service';
import { KINDS, SIDES_SHOWN, skillBand, skillsIn, STATUSES } from './cohort-view';

const PAGE = 100;
const MOST_ROWS = 100_000;
const EXPORTS = { limit: 30, windowSeconds: 3_600 } as const;

type Cell = string | number | boolean | null;
/** The cells of a person before those of skills. No time of the work is among them, and no rank. */
const COLUMNS = [
  ...['name', 'email', 'version', 'status', 'endedOn', 'score', 'low', 'high', 'errorMethod', 'items', 'isProvisional'],
  ...['passLine', 'probabilityAbovePassLine', 'sideOfPassLine', 'decision', 'decisionReason', 'form'],
];

/** The table of a cohort as a file: all rows that the filter leaves, by name, read page by page while they are sent. */
@Injectable()
export class CohortExport {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly limits: RateLimits,
    private readonly cohorts: Cohorts,
    @Inject(CHECK_ACCESS) private readonly check: CheckAccess<Ctx>,
  ) {}

  async csv(query: URLSearchParams, ctx: Ctx) {
    const { of, fileName } = await this.open(query, ctx);
    const skills = await this.skillsOf(of);
    const rows = this.read(of, filterIn(query), skills);
    const columns = [...COLUMNS, ...skills.flatMap((skill) => [skill, `${skill} low`, `${skill} high`])];
    // A cell that begins with = + - @ or a tab would be run as a formula by a spreadsheet.
    const content = stringify({ header: true, columns, bom: true, escape_formulas: true });
    const source = Readable.from(rows);
    source.on('error', (error) => content.destroy(error));
    return { fileName: `${fileName}.csv`, content: source.pipe(content) };
  }

  async json(query: URLSearchParams, ctx: Ctx) {
    const { of, fileName } = await this.open(query, ctx);
    const rows = this.read(of, filterIn(query), await this.skillsOf(of));
    return { fileName: `${fileName}.json`, content: Readable.from(jsonOf(rows), { objectMode: false }) };
  }

  /** Whoever may query the table may have the file: the access table decides. */
  private async open(query: URLSearchParams, ctx: Ctx) {
    const id = query.get('assessmentId') ?? '';
    await this.check({ root: 'Query', field: 'cohort', args: { assessmentId: id } }, ctx);
    const by = await actorOfAssessment(ctx, id);
    await this.limits.take(`cohort-export:${accountOf(ctx).accountId}`, EXPORTS);
    const of = assessmentId(id);
    await this.acts.run(by, () => Promise.resolve(done(null, { act: 'cohort.exported', objectId: of })));
    const { slug } = await this.db.repo(OrganizationRepository).getSettings(by.organizationId);
    return { of, fileName: `cohort-${slug}` };
  }

  /** The skills of the first people: columns have to be known before the first row. Within one form everyone has the same. */
  private async skillsOf(of: AssessmentId): Promise<readonly string[]> {
    const page = { first: PAGE, order: { by: 'score', isDescending: true }, after: null } as const;
    const { rows } = await this.cohorts.list(of, filterIn(new URLSearchParams()), page);
    return [...new Set(rows.flatMap(({ entry }) => skillsIn(entry)))].sort();
  }

  private async *read(of: AssessmentId, filter: CohortFilter, skills: readonly string[]) {
    let after: CohortPage['after'] = null;
    for (let sent = 0; sent < MOST_ROWS; sent += PAGE) {
      const page: CohortPage = { first: PAGE, order: { by: 'name', isDescending: false }, after };
      const { rows, hasNextPage } = await this.cohorts.list(of, filter, page);
      for (const { entry } of rows) yield exported(entry, skills);
      const last = rows.at(-1);
      if (last === undefined || !hasNextPage) return;
      after = [last.key, last.entry.attemptId];
    }
  }
}

async function* jsonOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const one of rows) {
    yield `${separator}${JSON.stringify(one)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** One decimal: no more is known. */
const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 10) / 10;

function exported(entry: EntryInCohort, skills: readonly string[]): Record<string, Cell> {
  return {
    name: entry.name,
    email: entry.email,
    version: entry.versionNumber,
    status: STATUSES[entry.status],
    endedOn: entry.endedAt?.toISOString().slice(0, 10) ?? null,
    ...bandCells(entry),
    isProvisional: (entry.items ?? []).some(({ state }) => state === 'awaiting'),
    ...lineCells(entry),
    decision: entry.decisionKind === null ? null : KINDS[entry.decisionKind],
    decisionReason: entry.decisionKind === null ? null : entry.decisionReason,
    form: entry.formKey?.slice(0, 12) ?? null,
    ...Object.fromEntries(skills.flatMap((skill) => skillCells(entry, skill))),
  };
}

const bandCells = ({ total }: EntryInCohort) => ({
  score: rounded(total?.value),
  low: rounded(total?.low),
  high: rounded(total?.high),
  errorMethod: total?.method.toUpperCase() ?? null,
  items: total?.items ?? null,
});

const lineCells = ({ passLine, certainty, side }: EntryInCohort) => ({
  passLine: passLine === null ? null : 100 * passLine,
  probabilityAbovePassLine: certainty === null ? null : Math.round(certainty * 1000) / 1000,
  sideOfPassLine: side === null ? null : SIDES_SHOWN[side],
});

function skillCells(entry: EntryInCohort, skill: string): readonly (readonly [string, number | null])[] {
  const band = skillBand(entry, skill);
  return [
    [skill, rounded(band?.value)],
    [`${skill} low`, rounded(band?.low)],
    [`${skill} high`, rounded(band?.high)],
  ];
}

/** The filter of the table in the words of its GraphQL input: `status`, `decision` and `side` (several each), `text`, `isProvisional`. */
function filterIn(query: URLSearchParams): CohortFilter {
  const isProvisional = query.get('isProvisional');
  const version = Number(query.get('versionNumber') ?? Number.NaN);
  const decisions = query.getAll('decision');
  return {
    statuses: COHORT_STATUSES.filter((status) => query.getAll('status').includes(STATUSES[status])),
    decisions: [
      ...DECISIONS.filter((kind) => decisions.includes(KINDS[kind])),
      ...(decisions.includes('NONE') ? [null] : []),
    ],
    sides: SIDES.filter((side) => query.getAll('side').includes(SIDES_SHOWN[side])),
    isProvisional: isProvisional === null ? null : isProvisional === 'true',
    words: wordsOf(query.get('text') ?? ''),
    versionNumber: Number.isInteger(version) ? version : null,
  };
}
