import { type AttemptForm, policyOf } from '@holdout/assessment';
import type { AttemptRow } from '@holdout/persistence';
import { QUIZ_KINDS } from '@holdout/bank';
import { Inject } from '@nestjs/common';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Clock } from '@holdout/persistence';
import type {
  AttemptForm as ShownForm,
  AttemptResolvers,
  MutationResolvers,
  MutationStartPracticeArgs,
  MutationStartQuizArgs,
  MutationSubmitAttemptArgs,
  QueryAttemptArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import {
  invalidInputProblem,
  notEnoughQuestionsProblem,
  questionNotReadyProblem,
  startPracticeSuccess,
  startQuizSuccess,
  submitAttemptSuccess,
} from '../../generated/outcomes';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { type Ctx, holdersOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { ensureSubject } from '../../access/session-cookie';
import { Sessions } from '../../access/sessions';
import { kindNamed } from '../question-bank/kind-names';
import { QuestionBankService } from '../question-bank/question-bank.service';
import { attemptScore } from './attempt-score';
import { itemsOfAttempt } from './attempt.loader';
import { AttemptEnd } from './attempt-end';
import { AttemptService } from './attempt.service';
import { idOrNotFound } from './ids';
import { quizIssues } from './quiz-issues';

const FORMS = { single: 'SINGLE', quiz: 'QUIZ', assessment: 'ASSESSMENT' } as const satisfies Record<
  AttemptForm,
  ShownForm
>;

export function endedByView({ endedBy }: Pick<AttemptRow, 'endedBy'>) {
  if (endedBy === null) return null;
  return endedBy === 'clock' ? ('CLOCK' as const) : ('CANDIDATE' as const);
}

@Resolver('Attempt')
export class AttemptResolver
  implements
    Pick<QueryResolvers, 'attempt' | 'openQuiz'>,
    Pick<MutationResolvers, 'startPractice' | 'startQuiz' | 'submitAttempt'>,
    Pick<AttemptResolvers, 'form' | 'endedBy' | 'serverTime' | 'items' | 'score' | 'isTrial'>
{
  constructor(
    private readonly attempts: AttemptService,
    private readonly attemptEnd: AttemptEnd,
    private readonly bank: QuestionBankService,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('holder')
  @Query()
  async attempt(_: unknown, { id }: QueryAttemptArgs, ctx: Ctx) {
    const attempt = await this.attempts.find(idOrNotFound(id), holdersOf(ctx));
    if (attempt === null) throw notFound();
    return attempt;
  }

  @Needs('anyone')
  @Query()
  openQuiz(_: unknown, _args: unknown, ctx: Ctx) {
    return ctx.subject === null ? null : this.attempts.findOpenQuiz(ctx.subject);
  }

  @Needs('anyone')
  @Mutation()
  async startPractice(_: unknown, { input }: MutationStartPracticeArgs, ctx: Ctx) {
    const question = await this.bank.findBySlug(input.slug, ctx.subject);
    if (question === null) throw notFound();
    const owner = await ensureSubject(ctx, this.sessions);
    const outcome = await this.attempts.startPractice(question, owner, input.again ?? false);
    return outcome.kind === 'started' ? startPracticeSuccess(outcome) : questionNotReadyProblem(outcome);
  }

  @Needs('anyone')
  @Mutation()
  async startQuiz(_: unknown, { input }: MutationStartQuizArgs, ctx: Ctx) {
    const issues = quizIssues(input);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const owner = await ensureSubject(ctx, this.sessions);
    const kinds = input.kinds?.map(kindNamed) ?? QUIZ_KINDS;
    const outcome = await this.attempts.startQuiz({ ...input, kinds, minutes: input.minutes ?? null }, owner);
    return outcome.kind === 'started' ? startQuizSuccess(outcome) : notEnoughQuestionsProblem(outcome);
  }

  @Needs('holder')
  @Mutation()
  async submitAttempt(_: unknown, { input }: MutationSubmitAttemptArgs, ctx: Ctx) {
    const { attemptId, isTimeUp = false } = input;
    const attempt = await this.attemptEnd.endByCandidate(idOrNotFound(attemptId), isTimeUp ?? false, holdersOf(ctx));
    if (attempt === null) throw notFound();
    return submitAttemptSuccess({ attempt });
  }

  @ResolveField()
  form(attempt: AttemptRow) {
    return FORMS[attempt.form];
  }

  @ResolveField()
  endedBy(attempt: AttemptRow) {
    return endedByView(attempt);
  }

  @ResolveField()
  isTrial(attempt: AttemptRow) {
    return policyOf(attempt).isTrial;
  }

  @ResolveField()
  serverTime() {
    return this.clock.now();
  }

  @ResolveField()
  async items(attempt: AttemptRow, _: unknown, ctx: Ctx) {
    const items = await ctx.loaders.of(itemsOfAttempt).load(attempt.id);
    return items.filter(({ isWithheld }) => !isWithheld);
  }

  @ResolveField()
  score(attempt: AttemptRow, _: unknown, ctx: Ctx) {
    return policyOf(attempt).showsScore ? attemptScore(attempt, ctx) : null;
  }
}
