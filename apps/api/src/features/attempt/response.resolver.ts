import type { Answer } from '@holdout/bank';
import type { SavedResponse } from '@holdout/persistence';
import { Mutation, Resolver } from '@nestjs/graphql';
import {
  attemptClosedProblem,
  invalidAnswerProblem,
  saveResponseSuccess,
  sourceRefusedProblem,
  staleRevisionProblem,
} from '../../generated/outcomes';
import type { MutationResolvers, MutationSaveResponseArgs } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { type Ctx, holdersOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { clientId, idOrNotFound } from './ids';
import type { ShownPart } from './item-parts';
import { answerView } from './response-view';
import { ResponseService } from './response.service';

@Resolver()
export class ResponseResolver implements Pick<MutationResolvers, 'saveResponse'> {
  constructor(private readonly responses: ResponseService) {}

  @Needs('holder')
  @Mutation()
  async saveResponse(_: unknown, { input }: MutationSaveResponseArgs, ctx: Ctx) {
    const { basedOn, answer } = input;
    const save = { id: clientId(input.revisionId), itemId: idOrNotFound(input.itemId), basedOn, answer };
    const outcome = await this.responses.save(holdersOf(ctx), save);
    switch (outcome?.kind) {
      case undefined:
        throw notFound();
      case 'closed':
        return attemptClosedProblem(outcome);
      case 'invalid':
        return invalidAnswerProblem(outcome);
      case 'sourceRefused':
        return sourceRefusedProblem(outcome);
      case 'stale':
        return staleRevisionProblem({ current: viewOf(outcome.part, outcome.current) });
      case 'saved':
        return saveResponseSuccess({ response: viewOf(outcome.part, outcome.response) });
    }
  }
}

const viewOf = (part: ShownPart, { revision, savedAt, answer }: SavedResponse) => ({
  revision,
  savedAt,
  answer: answerView(part, answer as Answer),
});
