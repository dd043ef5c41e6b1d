import type { AttemptRow, MessageRow } from '@holdout/persistence';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { candidateOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  attemptNotRunningProblem,
  callForHelpSuccess,
  invalidInputProblem,
  readMessagesSuccess,
} from '../../generated/outcomes';
import type {
  AttemptMessageResolvers,
  AttemptResolvers,
  MutationCallForHelpArgs,
  MutationReadMessagesArgs,
  MutationResolvers,
} from '../../generated/resolvers';
import { Calls } from './calls';
import { textIssues, tidy, tooLong } from './message-text';
import { messagesOf, unreadOf } from './message.loader';

/** What the candidate of an attempt reads and sends. */
@Resolver('Attempt')
export class AttemptMessagesResolver
  implements
    Pick<MutationResolvers, 'callForHelp' | 'readMessages'>,
    Pick<AttemptResolvers, 'messages' | 'unreadMessages'>
{
  constructor(private readonly calls: Calls) {}

  @Needs('candidate')
  @Mutation()
  async callForHelp(_: unknown, { input }: MutationCallForHelpArgs, ctx: Ctx) {
    const text = tidy(input.text ?? '');
    const issues = textIssues(text, { mayBeEmpty: true });
    if (issues.length > 0) return invalidInputProblem({ issues });
    const outcome = await this.calls.call(candidateOf(ctx).holder, input.attemptId, text);
    switch (outcome.kind) {
      case 'called':
        return callForHelpSuccess({ attempt: outcome.attempt });
      case 'notRunning':
        return attemptNotRunningProblem();
      case 'tooLong':
        return invalidInputProblem({ issues: [tooLong()] });
    }
  }

  @Needs('candidate')
  @Mutation()
  async readMessages(_: unknown, { input }: MutationReadMessagesArgs, ctx: Ctx) {
    const messages = await this.calls.read(candidateOf(ctx).holder, input.attemptId, input.messageIds);
    return messages === null ? attemptNotRunningProblem() : readMessagesSuccess({ messages });
  }

  @ResolveField()
  messages({ id, invitationId }: AttemptRow, _: unknown, ctx: Ctx) {
    return invitationId === null ? [] : ctx.loaders.of(messagesOf).load(id);
  }

  @ResolveField()
  unreadMessages({ id, invitationId }: AttemptRow, _: unknown, ctx: Ctx) {
    return invitationId === null ? [] : ctx.loaders.of(unreadOf).load(id);
  }
}

@Resolver('AttemptMessage')
export class MessageResolver implements Pick<AttemptMessageResolvers, 'kind'> {
  @ResolveField()
  kind({ kind }: MessageRow) {
    return kind === 'call' ? ('CALL' as const) : ('MESSAGE' as const);
  }
}
