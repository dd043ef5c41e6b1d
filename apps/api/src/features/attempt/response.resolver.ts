import type { Answer } from '@holdout/bank';
import { Mutation, Resolver } from '@nestjs/graphql';
import {
  attemptClosedProblem,
  invalidAnswerProblem,
  saveResponseSuccess,
  sourceRefusedProblem,
} from '../../generated/outcomes';
import type { MutationResolvers, MutationSaveResponseArgs } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { type Ctx, subjectOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { clientId, idOrNotFound } from './ids';
import { answerView } from './response-view';
import { ResponseService } from './response.service';

@Resolver()
export class ResponseResolver implements Pick<MutationResolvers, 'saveResponse'> {
  constructor(private readonly responses: ResponseService) {}

  @Needs('holder')
  @Mutation()
  async saveResponse(_: unknown, { input }: MutationSaveResponseArgs, ctx: Ctx) {
    const revision = { id: clientId(input.revisionId), itemId: idOrNotFound(input.itemId), answer: input.answer };
    const outcome = await this.responses.save(subjectOf(ctx), revision);
    switch (outcome?.kind) {
      case undefined:
        throw notFound();
      case 'closed':
        return attemptClosedProblem(outcome);
      case 'invalid':
        return invalidAnswerProblem(outcome);
      case 'sourceRefused':
        return sourceRefusedProblem(outcome);
      case 'saved': {
        const { revision: number, savedAt, answer } = outcome.response;
        const response = { revision: number, savedAt, answer: answerView(outcome.part, answer as Answer) };
        return saveResponseSuccess({ response });
      }
    }
  }
}
