import type { AttemptRow } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import type { AttemptResolvers } from '../../generated/resolvers';
import { previewOfAttempt } from './assessment.loader';

/** What an attempt that is a preview tells its member: the way back to what it previews. */
@Resolver('Attempt')
export class PreviewedAttemptResolver implements Pick<AttemptResolvers, 'preview'> {
  @ResolveField()
  preview({ id }: AttemptRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(previewOfAttempt).load(id);
  }
}
