import type { Answer } from '@holdout/bank';
import { AttemptRepository, Database, type RevisionPlace, RevisionRepository } from '@holdout/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import { type Ctx, holdersOf } from '../../access/context';
import { Needs } from '../../access/needs';
import type { QueryResolvers, QueryRevisionsArgs } from '../../generated/resolvers';
import { AppError, notFound } from '../../platform/app-error';
import { idOrNotFound } from './ids';
import { shownItem } from './item-parts';
import { answerView } from './response-view';

/** A drawing may have half a megabyte. */
const MOST_FIRST = 20;

/** The earlier versions of an answer, for its holder. */
@Resolver()
export class RevisionResolver implements Pick<QueryResolvers, 'revisions'> {
  constructor(private readonly db: Database) {}

  @Needs('holder')
  @Query()
  async revisions(_: unknown, { itemId, first, after }: QueryRevisionsArgs, ctx: Ctx) {
    if (first > MOST_FIRST) throw new AppError('BAD_INPUT', `first is from 1 to ${MOST_FIRST}.`);
    const [id, holder] = [idOrNotFound(itemId), holdersOf(ctx)];
    const found = await this.db.repo(AttemptRepository).findItem(id, holder);
    if (found === null) throw notFound();
    const page = { first: first + 1, after: after ? placeOf(after) : null };
    const rows = await this.db.repo(RevisionRepository).list(id, holder, page);
    const part = shownItem(found.item);
    const edges = rows.slice(0, first).map((row) => ({
      cursor: cursorOf(row),
      node: { id: row.id, number: row.revision, savedAt: row.savedAt, answer: answerView(part, row.answer as Answer) },
    }));
    const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo };
  }
}

/** Names a place and not a row: the row may be thinned away before the next page is read. */
const cursorOf = ({ savedAt, id }: RevisionPlace): string => `${savedAt.toISOString()} ${id}`;

function placeOf(cursor: string): RevisionPlace {
  const [time = '', id = ''] = cursor.split(' ');
  const savedAt = new Date(time);
  if (Number.isNaN(savedAt.getTime())) throw new AppError('BAD_INPUT', 'The cursor is none of this list.');
  return { savedAt, id: idOrNotFound(id) };
}
