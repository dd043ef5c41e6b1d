import { policyOf } from '@holdout/assessment';
import type { AttemptRow } from '@holdout/persistence';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { recordEventsSuccess } from '../../../generated/outcomes';
import type { AttemptResolvers, MutationRecordEventsArgs, MutationResolvers } from '../../../generated/resolvers';
import { type Ctx, holdersOf } from '../../../access/context';
import { Needs } from '../../../access/needs';
import { notFound } from '../../../platform/app-error';
import { clientId, idOrNotFound } from '../ids';
import { shownRecorded } from './shown-recorded';
import { RecordingService } from './recording.service';

@Resolver('Attempt')
export class RecordingResolver implements Pick<MutationResolvers, 'recordEvents'>, Pick<AttemptResolvers, 'recorded'> {
  constructor(private readonly recording: RecordingService) {}

  @Needs('holder')
  @Mutation()
  async recordEvents(_: unknown, { input }: MutationRecordEventsArgs, ctx: Ctx) {
    const { attemptId, clientId: client, ...batch } = input;
    const outcome = await this.recording.record(holdersOf(ctx), {
      attemptId: idOrNotFound(attemptId),
      clientId: clientId(client),
      ...batch,
    });
    if (outcome === null) throw notFound();
    return recordEventsSuccess(outcome);
  }

  @ResolveField()
  recorded(attempt: AttemptRow) {
    return policyOf(attempt).recorded.map(shownRecorded);
  }
}
