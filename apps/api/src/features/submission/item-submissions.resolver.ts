import type { ItemRow } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import type { AttemptItemResolvers } from '../../generated/resolvers';
import { submissionsOfItem } from './submission.loader';

@Resolver('AttemptItem')
export class ItemSubmissionsResolver implements Pick<AttemptItemResolvers, 'submissions'> {
  @ResolveField()
  submissions(item: ItemRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(submissionsOfItem).load(item.id);
  }
}
