import { Readable } from 'node:stream';
import { actorWithoutAccount } from '@holdout/assessment';
import {
  type AuditFilter,
  type AuditId,
  AuditRepository,
  Database,
  type OrganizationId,
  type ReadAuditEntry,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { CHECK_ACCESS, type CheckAccess } from '../../platform/access/root-field-guard';
import { RateLimits } from '../../platform/access/rate-limits';
import { AppError } from '../../platform/app-error';
import { readFilter } from './audit-filter';

const MOST_ENTRIES = 100_000;
const PAGE = 1_000;
const EXPORTS = { limit: 30, windowSeconds: 3_600 } as const;
const COLUMNS = ['at', 'act', 'actorId', 'actor', 'objectId', 'object', 'detail'] as const;

/** The audit as a file: the newest 100,000 entries that the filter leaves, read page by page while they are sent. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CHECK_ACCESS) private readonly check: CheckAccess<Ctx>,
  ) {}

  async csv(query: URLSearchParams, ctx: Ctx) {
    const { slug, rows } = await this.open(query, ctx);
    // A cell that begins with = + - @ would be run as a formula by a spreadsheet.
    const content = stringify({ header: true, columns: [...COLUMNS], bom: true, escape_formulas: true });
    const source = Readable.from(rows);
    source.on('error', (error) => content.destroy(error));
    return { fileName: `audit-${slug}.csv`, content: source.pipe(content) };
  }

  async json(query: URLSearchParams, ctx: Ctx) {
    const { slug, rows } = await this.open(query, ctx);
    return { fileName: `audit-${slug}.json`, content: Readable.from(asJson(rows)) };
  }

  /** Whoever may query the audit may have the file: the access table decides. */
  private async open(query: URLSearchParams, ctx: Ctx) {
    const slug = query.get('slug') ?? '';
    await this.check({ root: 'Query', field: 'audit', args: { slug } }, ctx);
    const organization = await getMembership(ctx, { slug });
    const filter = readFilter({
      actor: query.get('actor'),
      act: query.get('act'),
      from: momentIn(query, 'from'),
      until: momentIn(query, 'until'),
    });
    await this.limits.take(`audit-export:${accountOf(ctx).accountId}`, EXPORTS);
    return { slug: organization.slug, rows: this.entries(organization.id, filter) };
  }

  private async *entries(organizationId: OrganizationId, filter: AuditFilter) {
    let before: AuditId | null = null;
    for (let sent = 0; sent < MOST_ENTRIES; sent += PAGE) {
      const page: { readonly before: AuditId | null; readonly first: number } = { before, first: PAGE };
      const rows: readonly ReadAuditEntry[] = await this.db.heavyRead((tx) =>
        tx.repo(AuditRepository).list(organizationId, filter, page),
      );
      for (const row of rows) yield exported(row);
      if (rows.length < PAGE) return;
      before = rows.at(-1)?.id ?? null;
    }
  }
}

function exported({ at, act, actorId, actorName, objectId, objectName, detail }: ReadAuditEntry) {
  return {
    at: at.toISOString(),
    act,
    actorId: actorId ?? '',
    actor: actorName ?? (actorId === null ? actorWithoutAccount(act) : 'a former member'),
    objectId: objectId ?? '',
    object: objectName ?? '',
    detail: JSON.stringify(detail),
  };
}

async function* asJson(rows: AsyncIterable<ReturnType<typeof exported>>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { detail, ...row } of rows) {
    yield `${isFirst ? '[\n' : ',\n'}${JSON.stringify({ ...row, detail: JSON.parse(detail) as object })}`;
    isFirst = false;
  }
  yield isFirst ? '[]\n' : '\n]\n';
}

function momentIn(query: URLSearchParams, key: string): Date | null {
  const text = query.get(key);
  if (text === null) return null;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new AppError('BAD_INPUT', `${key} is not a time.`);
  return moment;
}
