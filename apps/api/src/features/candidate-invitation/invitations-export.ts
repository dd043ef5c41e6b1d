import { Readable } from 'node:stream';
import { INVITATION_STATUSES, invitationStatus } from '@holdout/assessment';
import {
  type AssessmentId,
  CandidateInvitationRepository,
  type CandidateInvitationRow,
  type Clock,
  Database,
  type InvitationFilter,
  OrganizationRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Acts, done } from '../../access/acts';
import { accountOf, type Ctx } from '../../access/context';
import { CHECK_ACCESS, type CheckAccess } from '../../platform/access/root-field-guard';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';
import { Loaders } from '../../platform/graphql/loaders';
import { assessmentId } from '../assessment/assessment.resolver';
import { candidateTotal } from '../taking/candidate-total';
import { attemptOfInvitation } from '../taking/taking.loader';
import { actorOfAssessment } from './acting';
import { mayInvite } from './candidate-invitation.resolver';
import { CandidateLinks } from './candidate-links';
import { deliveryOf, filterOf, sinceOf, statusShown } from './invitation-view';

const PAGE = 100;
const MOST_ROWS = 100_000;
const EXPORTS = { limit: 30, windowSeconds: 3_600 } as const;

const COLUMNS = ['name', 'email', 'status', 'statusSince', 'opensAt', 'expiresAt', 'delivery', 'failure', 'remindedAt'];
const POINTS = ['earned', 'possible', 'pending'];
/** For those who may invite, in the form in which a list to invite is read. */
const OF_INVITERS = ['extraTimePercent', 'breakMinutes', 'link'];

type Open = {
  readonly assessmentId: AssessmentId;
  readonly filter: InvitationFilter;
  readonly isInviter: boolean;
  readonly ctx: Ctx;
};

/** The rows of the file, page by page. */
@Injectable()
export class InvitationRows {
  constructor(
    private readonly db: Database,
    private readonly links: CandidateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async *read({ assessmentId: of, filter, isInviter, ctx }: Open) {
    let after: readonly [Date, string] | null = null;
    for (let sent = 0; sent < MOST_ROWS; sent += PAGE) {
      const page: { readonly first: number; readonly after: readonly [Date, string] | null } = { first: PAGE, after };
      const found: readonly CandidateInvitationRow[] = await this.db.heavyRead((tx) =>
        tx.repo(CandidateInvitationRepository).list(of, filter, this.clock.now(), page),
      );
      const points = await this.pointsOf(found, ctx);
      for (const row of found)
        yield { ...this.exported(row), ...points.get(row.id), ...this.ofInviters(row, isInviter) };
      const last = found.at(-1);
      if (last === undefined || found.length < PAGE) return;
      after = [last.createdAt, last.id];
    }
  }

  private exported(row: CandidateInvitationRow) {
    const status = invitationStatus(row, this.clock.now());
    const { state, failure } = deliveryOf(row, this.links.sendsMail);
    return {
      name: row.name,
      email: row.email,
      status: statusShown(status),
      // While an attempt runs, its start would tell with its end how much time the person had.
      statusSince: status === 'started' ? '' : written(sinceOf(row, status)),
      opensAt: written(row.opensAt),
      expiresAt: written(row.expiresAt),
      delivery: state,
      failure: failure ?? '',
      remindedAt: written(row.remindedAt),
    };
  }

  private ofInviters(row: CandidateInvitationRow, isInviter: boolean) {
    if (!isInviter) return {};
    return {
      extraTimePercent: row.extraTime * 100,
      breakMinutes: row.breakSeconds / 60,
      link: this.links.isPassedOn(row) ? this.links.urlOf(row) : '',
    };
  }

  /** The points of attempts that have ended. */
  private async pointsOf(rows: readonly CandidateInvitationRow[], ctx: Ctx) {
    // Loaders keep what they have read: each page has its own.
    const loaders = new Loaders(this.db, ctx);
    const ended = rows.filter(({ endedAt }) => endedAt !== null);
    const points = await Promise.all(
      ended.map(async ({ id }) => {
        const attempt = await loaders.of(attemptOfInvitation).load(id);
        if (attempt === null) return [id, {}] as const;
        const { earned, possible, pending } = await candidateTotal(attempt, { loaders });
        return [id, { earned, possible, pending }] as const;
      }),
    );
    return new Map<string, object>(points);
  }
}

/** The table of invitations as a file: all rows that the filter leaves, read page by page while they are sent. */
@Injectable()
export class InvitationsExport {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly limits: RateLimits,
    private readonly rows: InvitationRows,
    @Inject(CHECK_ACCESS) private readonly check: CheckAccess<Ctx>,
  ) {}

  /** Whoever may query the table may have the file: the access table decides. */
  async csv(query: URLSearchParams, ctx: Ctx) {
    const id = query.get('assessmentId') ?? '';
    await this.check({ root: 'Query', field: 'candidateInvitations', args: { assessmentId: id } }, ctx);
    const by = await actorOfAssessment(ctx, id);
    await this.limits.take(`invitations-export:${accountOf(ctx).accountId}`, EXPORTS);
    await this.acts.run(by, () =>
      Promise.resolve(done(null, { act: 'candidate_invitations.exported', objectId: assessmentId(id) })),
    );
    const isInviter = await mayInvite(ctx, by);
    const rows = this.rows.read({ assessmentId: assessmentId(id), filter: filterIn(query), isInviter, ctx });
    const columns = [...COLUMNS, ...POINTS, ...(isInviter ? OF_INVITERS : [])];
    // A cell that begins with = + - @ or a tab would be run as a formula by a spreadsheet.
    const content = stringify({ header: true, columns, bom: true, escape_formulas: true });
    const source = Readable.from(rows);
    source.on('error', (error) => content.destroy(error));
    const { slug } = await this.db.repo(OrganizationRepository).getSettings(by.organizationId);
    return { fileName: `invitations-${slug}.csv`, content: source.pipe(content) };
  }
}

const written = (time: Date | null): string => time?.toISOString() ?? '';

/** The filter of the table in the words of its GraphQL input: `status` (several), `text`, `isUndelivered`. */
function filterIn(query: URLSearchParams): InvitationFilter {
  const wanted = query.getAll('status');
  const statuses = INVITATION_STATUSES.map(statusShown).filter((status) => wanted.includes(status));
  return filterOf({ statuses, text: query.get('text'), isUndelivered: query.get('isUndelivered') === 'true' });
}
