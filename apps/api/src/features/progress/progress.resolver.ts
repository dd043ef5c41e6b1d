import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { ProgressService } from './progress.service';

/** Empty parent object for the viewer; each field is resolved only if selected. */
export type ProgressRow = Record<string, never>;

@Resolver('Progress')
export class ProgressResolver implements Pick<QueryResolvers, 'progress'> {
  constructor(private readonly progressOf: ProgressService) {}

  @Needs('anyone')
  @Query()
  progress(): ProgressRow {
    return {};
  }

  @ResolveField()
  skills(_progress: ProgressRow, _: unknown, ctx: Ctx) {
    return ctx.subject === null ? [] : this.progressOf.listSkills(ctx.subject);
  }

  @ResolveField()
  quizzes(_progress: ProgressRow, _: unknown, ctx: Ctx) {
    return ctx.subject === null ? [] : this.progressOf.listQuizzes(ctx.subject);
  }

  @ResolveField()
  latest(_progress: ProgressRow, _: unknown, ctx: Ctx) {
    return ctx.subject === null ? null : this.progressOf.findLatest(ctx.subject);
  }
}
