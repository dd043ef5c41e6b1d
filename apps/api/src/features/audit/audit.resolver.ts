import { type AuditId, AuditRepository, Database, type ReadAuditEntry } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import type {
  AuditEntryResolvers,
  QueryAuditActorsArgs,
  QueryAuditArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { AppError } from '../../platform/app-error';
import { idOrNotFound } from '../attempt/ids';
import { detailOf } from './audit-detail';
import { readFilter } from './audit-filter';

const MOST_FIRST = 100;

/** The audit of an organization, for its administrators. */
@Resolver('AuditEntry')
export class AuditResolver
  implements Pick<QueryResolvers, 'audit' | 'auditActors'>, Pick<AuditEntryResolvers, 'actor' | 'object' | 'detail'>
{
  constructor(private readonly db: Database) {}

  @Needs('admin')
  @Query()
  async audit(_: unknown, { slug, filter, first, after }: QueryAuditArgs, ctx: Ctx) {
    if (first < 1 || first > MOST_FIRST) throw new AppError('BAD_INPUT', `first is from 1 to ${MOST_FIRST}.`);
    const { id } = await getMembership(ctx, { slug });
    const page = { before: after ? (idOrNotFound(after) as AuditId) : null, first: first + 1 };
    const rows = await this.db.heavyRead((tx) => tx.repo(AuditRepository).list(id, readFilter(filter), page));
    const edges = rows.slice(0, first).map((node) => ({ cursor: node.id, node }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin')
  @Query()
  async auditActors(_: unknown, { slug }: QueryAuditActorsArgs, ctx: Ctx) {
    const { id } = await getMembership(ctx, { slug });
    return this.db.heavyRead((tx) => tx.repo(AuditRepository).listActors(id));
  }

  @ResolveField()
  actor({ actorId, actorName }: ReadAuditEntry) {
    return actorId === null ? null : { id: actorId, name: actorName };
  }

  @ResolveField()
  object({ objectId, objectName }: ReadAuditEntry) {
    return objectId === null ? null : { id: objectId, name: objectName };
  }

  @ResolveField()
  detail({ detail }: ReadAuditEntry) {
    return detailOf(detail);
  }
}
