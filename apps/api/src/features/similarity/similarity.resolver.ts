import type { Language } from '@holdout/bank';
import {
  type AssessmentId,
  Database,
  type PairCursor,
  parseId,
  type SimilarityPairId,
  type SimilarityQuestionRow,
  SimilarityRepository,
  type SimilarityRunRow,
  type SimilarPairRow,
  type SimilarSide,
} from '@holdout/persistence';
import { matchesOf, type SimilarityLanguage } from '@holdout/similarity';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { nameShown } from '../../access/name-shown';
import { Needs } from '../../access/needs';
import { compareProgramsSuccess } from '../../generated/outcomes';
import type {
  MutationCompareProgramsArgs,
  MutationResolvers,
  QueryResolvers,
  QuerySimilarityArgs,
  QuerySimilarPairArgs,
  QuerySimilarPairsArgs,
  SimilarityCheckResolvers,
  SimilarityQuestionResolvers,
  SimilarPairResolvers,
  SimilarProgramResolvers,
} from '../../generated/resolvers';
import { AppError, notFound } from '../../platform/app-error';
import { assessmentId } from '../assessment/assessment.resolver';
import { idOrNotFound } from '../attempt/ids';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { languageView } from '../question-bank/languages';
import { Comparing } from './comparing';

const MOST_FIRST = 100;
type Fields = 'similarity' | 'similarPairs' | 'similarPair';

/** Programs of an assessment that are far more alike than answers to their question usually are. */
@Resolver('SimilarityCheck')
export class SimilarityResolver
  implements
    Pick<QueryResolvers, Fields>,
    Pick<MutationResolvers, 'comparePrograms'>,
    Pick<SimilarityCheckResolvers, 'questions'>
{
  constructor(
    private readonly db: Database,
    private readonly comparing: Comparing,
  ) {}

  @Needs('admin', 'manager')
  @Query()
  similarity(_: unknown, { assessmentId: id }: QuerySimilarityArgs) {
    return this.db.heavyRead((tx) => tx.repo(SimilarityRepository).find(assessmentId(id)));
  }

  @Needs('admin', 'manager')
  @Query()
  async similarPairs(_: unknown, { assessmentId: id, first, after }: QuerySimilarPairsArgs) {
    if (first < 1 || first > MOST_FIRST) throw new AppError('BAD_INPUT', `first is from 1 to ${MOST_FIRST}.`);
    const page = { first: first + 1, after: after ? readCursor(after) : null };
    const rows = await this.db.heavyRead((tx) => listPairs(tx.repo(SimilarityRepository), assessmentId(id), page));
    const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin', 'manager')
  @Query()
  similarPair(_: unknown, { assessmentId: of, pairId }: QuerySimilarPairArgs) {
    const id = idOrNotFound(pairId) as SimilarityPairId;
    return this.db.repo(SimilarityRepository).findPair(assessmentId(of), id);
  }

  @Needs('admin', 'manager')
  @Mutation()
  async comparePrograms(_: unknown, { input }: MutationCompareProgramsArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const id = assessmentId(input.assessmentId);
    await this.comparing.start(by, id);
    const check = await this.db.repo(SimilarityRepository).find(id);
    if (check === null) throw notFound();
    return compareProgramsSuccess({ check });
  }

  @ResolveField()
  questions({ id }: SimilarityRunRow) {
    return this.db.repo(SimilarityRepository).listQuestions(id);
  }
}

async function listPairs(
  similarity: SimilarityRepository,
  of: AssessmentId,
  page: { readonly first: number; readonly after: PairCursor | null },
): Promise<readonly SimilarPairRow[]> {
  const run = await similarity.find(of, 'done');
  return run === null ? [] : similarity.listPairs(run.id, page);
}

@Resolver('SimilarityQuestion')
export class SimilarityQuestionResolver implements Pick<SimilarityQuestionResolvers, 'language'> {
  @ResolveField()
  language({ language }: SimilarityQuestionRow) {
    return languageView(language as Language);
  }
}

@Resolver('SimilarPair')
export class SimilarPairResolver implements Pick<SimilarPairResolvers, 'language' | 'matches'> {
  constructor(private readonly db: Database) {}

  @ResolveField()
  language({ language }: SimilarPairRow) {
    return languageView(language as Language);
  }

  @ResolveField()
  async matches({ questionVersionId, language, left, right }: SimilarPairRow) {
    const similarity = this.db.repo(SimilarityRepository);
    const starter = await similarity.getStarter(questionVersionId, language);
    const sources = [await similarity.getSource(left.itemId), await similarity.getSource(right.itemId)] as const;
    return matchesOf(language as SimilarityLanguage, starter, sources);
  }
}

@Resolver('SimilarProgram')
export class SimilarProgramResolver implements Pick<SimilarProgramResolvers, 'name' | 'source'> {
  constructor(private readonly db: Database) {}

  /** Whoever looks at two programs judges what people did: without a decision names stay hidden. */
  @ResolveField()
  name({ organizationId, name }: SimilarSide, _: unknown, ctx: Ctx) {
    return nameShown(ctx, { organizationId, name, isDecided: false });
  }

  @ResolveField()
  source({ itemId }: SimilarSide) {
    return this.db.repo(SimilarityRepository).getSource(itemId);
  }
}

const cursorOf = ({ similarity, id }: PairCursor): string => Buffer.from(`${similarity} ${id}`).toString('base64url');

/** Throws BAD_INPUT for a text that is no cursor. */
function readCursor(cursor: string): PairCursor {
  const [share = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const similarity = Number(share);
  if (share === '' || !Number.isFinite(similarity) || parseId(id) === null)
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  return { similarity, id };
}
