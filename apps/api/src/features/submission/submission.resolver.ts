import { type SubmissionRow } from '@holdout/persistence';
import { Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { invalidInputProblem, runCodeSuccess, submitCodeSuccess } from '../../generated/outcomes';
import type {
  MutationResolvers,
  MutationRunCodeArgs,
  MutationSubmitCodeArgs,
  QueryResolvers,
  QuerySubmissionArgs,
  QuerySubmissionsArgs,
  SubscriptionSubmissionChangedArgs,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { type Ctx, holdersOf, subjectOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { clientId, idOrNotFound } from '../attempt/ids';
import { languageOf } from '../question-bank/languages';
import { ownInputIssues } from './own-input-issues';
import { sendProblem, submitProblem } from './send-problem';
import { type CodeToSend, SubmissionService } from './submission.service';
import { SubmissionWatch } from './submission-watch';

@Resolver('Submission')
export class SubmissionResolver
  implements Pick<QueryResolvers, 'submission' | 'submissions'>, Pick<MutationResolvers, 'submitCode' | 'runCode'>
{
  constructor(
    private readonly sending: SubmissionService,
    private readonly watch: SubmissionWatch,
  ) {}

  @Needs('holder')
  @Query()
  async submission(_: unknown, { id }: QuerySubmissionArgs, ctx: Ctx) {
    const submission = await this.watch.look(idOrNotFound(id), holdersOf(ctx));
    if (submission === null) throw notFound();
    return submission;
  }

  @Needs('subject')
  @Query()
  submissions(_: unknown, { slug, first, after = null }: QuerySubmissionsArgs, ctx: Ctx) {
    return this.sending.list(slug, subjectOf(ctx), { first, after: after === null ? null : idOrNotFound(after) });
  }

  @Needs('holder')
  @Mutation()
  async submitCode(_: unknown, { input }: MutationSubmitCodeArgs, ctx: Ctx) {
    const more = { ownInput: null, revision: input.revision ?? null, address: ctx.address };
    const outcome = await this.sending.send('submit', codeOf(input, more), holdersOf(ctx));
    if (outcome === null) throw notFound();
    return outcome.kind === 'sent' ? submitCodeSuccess(outcome) : submitProblem(outcome);
  }

  @Needs('holder')
  @Mutation()
  async runCode(_: unknown, { input }: MutationRunCodeArgs, ctx: Ctx) {
    const ownInput = input.ownInput ?? null;
    const issues = ownInputIssues(ownInput);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const more = { ownInput, revision: null, address: ctx.address };
    const outcome = await this.sending.send('run', codeOf(input, more), holdersOf(ctx));
    if (outcome === null) throw notFound();
    if (outcome.kind === 'stale') throw new Error('A run scores nothing, so its revision is not compared.');
    return outcome.kind === 'sent' ? runCodeSuccess(outcome) : sendProblem(outcome);
  }

  @Needs('holder')
  @Subscription('submissionChanged', { resolve: (submission: SubmissionRow) => submission })
  async submissionChanged(_: unknown, { id }: SubscriptionSubmissionChangedArgs, ctx: Ctx) {
    const submission = await this.watch.look(idOrNotFound(id), holdersOf(ctx));
    if (submission === null) throw notFound();
    return this.watch.changes(submission.id, holdersOf(ctx));
  }
}

function codeOf(
  input: Pick<MutationSubmitCodeArgs['input'], 'clientId' | 'itemId' | 'language' | 'source'>,
  more: Pick<CodeToSend, 'ownInput' | 'revision' | 'address'>,
) {
  return {
    clientId: clientId(input.clientId),
    itemId: idOrNotFound(input.itemId),
    language: languageOf(input.language),
    source: input.source,
    ...more,
  };
}
