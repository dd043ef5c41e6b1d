import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { closesAt, isOpen } from '@holdout/timing';
import {
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  DrawRepository,
  type ItemToInsert,
  newId,
  type PracticeOwner,
  QuestionBankRepository,
  type QuestionRow,
} from '@holdout/persistence';
import { FAMILY_KINDS, kindOf, QUESTION_KINDS, type QuestionKind, rngOf } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import { drawItems } from './draw';
import { QuizEnd } from './quiz-end';
import { PRACTICE_SCOPE } from '../question-bank/preparation';
import { PreviewDraw } from '../question-bank/preview-draw';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { RateLimits } from '../../platform/access/rate-limits';

/** A person who draws anew every few seconds for an hour still may; a script does not fill the database. */
const STARTS_PER_PERSON = { limit: 300, windowSeconds: 3600 } as const;

export type PracticeOutcome =
  | { readonly kind: 'started'; readonly attempt: AttemptRow }
  | { readonly kind: 'notReady'; readonly isOnItsWay: boolean };

export type QuizOutcome =
  | { readonly kind: 'started'; readonly attempt: AttemptRow }
  | { readonly kind: 'notEnough'; readonly available: number };

export type QuizWish = {
  readonly skills: readonly string[];
  readonly count: number;
  readonly minutes: number | null;
  readonly kinds: readonly QuestionKind[];
};

/** Kinds that are graded on cases: an item of one is drawn only once its cases exist. */
const PROGRAM_KINDS = QUESTION_KINDS.filter((name) => kindOf(name).scoredBy === 'submission');

/** When an attempt's time is up; null without a limit. */
export function closingTime(attempt: AttemptRow): Date | null {
  return attempt.limitSeconds === null ? null : closesAt({ ...attempt, limitSeconds: attempt.limitSeconds });
}

/** Says whether the attempt still takes answers. */
export function takesAnswers(attempt: AttemptRow, now: Date): boolean {
  if (attempt.endedAt !== null) return false;
  return attempt.limitSeconds === null || isOpen({ ...attempt, limitSeconds: attempt.limitSeconds }, now);
}

/** Starts attempts of practice and finds them again. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly db: Database,
    private readonly quizEnd: QuizEnd,
    private readonly limits: RateLimits,
    private readonly preview: PreviewDraw,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The owner's attempt; one whose time is up is ended first. Null for anyone else's. */
  async find(id: string, owner: PracticeOwner): Promise<AttemptRow | null> {
    const attempt = await this.db.repo(AttemptRepository).find(id, owner);
    return attempt === null ? null : this.quizEnd.endIfOverdue(attempt, owner);
  }

  async findOpenQuiz(owner: PracticeOwner): Promise<AttemptRow | null> {
    await this.quizEnd.endOverdue(owner);
    return this.db.repo(AttemptRepository).findOpenQuiz(owner, this.clock.now());
  }

  /** The newest item of this question, or a new draw when there is none, when asked, or when the version has changed. */
  async startPractice(question: QuestionRow, owner: PracticeOwner, again: boolean): Promise<PracticeOutcome> {
    const latest = again ? null : await this.db.repo(AttemptRepository).findLatestPractice(question.versionId, owner);
    if (latest !== null && this.isOfChosenDraw(latest)) return { kind: 'started', attempt: latest };
    await this.countStart(owner);
    await this.hastenPreparation(question.versionId);
    const attempt = this.newAttempt('single', owner, null);
    const [item = null] = await this.draw([question.versionId], attempt.seed);
    if (item === null) {
      const failure = await this.db.repo(DrawRepository).failureOf(question.versionId);
      return { kind: 'notReady', isOnItsWay: failure === null };
    }
    await this.insert(attempt, [item]);
    return { kind: 'started', attempt };
  }

  private isOfChosenDraw({ seed }: AttemptRow): boolean {
    return this.preview.seed === null || this.preview.seed === seed;
  }

  /** After a first start the cases of a whole bank are made, for minutes: those that somebody waits for come first. */
  private async hastenPreparation(versionId: string): Promise<void> {
    const preparation = await this.db.repo(DrawRepository).preparationOf(versionId, PRACTICE_SCOPE);
    if (preparation !== null) await this.db.repo(JobQueue).hasten(preparation.jobId, 'account');
  }

  /** Draws different questions at random from the wished skills and starts the clock. */
  async startQuiz(wish: QuizWish, owner: PracticeOwner): Promise<QuizOutcome> {
    const candidates = await this.db.repo(QuestionBankRepository).listQuizVersions(owner, wish.skills, {
      drawn: wish.kinds,
      families: FAMILY_KINDS,
      programs: PROGRAM_KINDS,
      scope: PRACTICE_SCOPE,
    });
    if (candidates.length < wish.count) return { kind: 'notEnough', available: candidates.length };
    await this.countStart(owner);
    const attempt = this.newAttempt('quiz', owner, wish.minutes === null ? null : wish.minutes * 60);
    const chosen = rngOf(attempt.seed).shuffle(candidates).slice(0, wish.count);
    const items = await this.draw(chosen, attempt.seed);
    if (items.some((item) => item === null)) throw new Error('A version was offered for a quiz but cannot be drawn.');
    await this.insert(
      attempt,
      items.filter((item) => item !== null),
    );
    return { kind: 'started', attempt };
  }

  private async insert(attempt: AttemptRow, items: readonly ItemToInsert[]): Promise<void> {
    const isInserted = await this.db.transaction((tx) => tx.repo(AttemptRepository).insert(attempt, items));
    if (!isInserted) throw new AppError('UNAUTHENTICATED');
  }

  private countStart(owner: PracticeOwner): Promise<void> {
    return this.limits.take(`start:${owner.accountId ?? owner.guestId}`, STARTS_PER_PERSON);
  }

  /** In the order of the versions; null for one that cannot be drawn yet. */
  private async draw(versionIds: readonly string[], seed: string): Promise<readonly (ItemToInsert | null)[]> {
    const versions = await this.db.repo(DrawRepository).listVersions(versionIds);
    return drawItems(this.db, this.clock, versions, seed);
  }

  private newAttempt(form: AttemptRow['form'], owner: PracticeOwner, limitSeconds: number | null): AttemptRow {
    return {
      id: newId(this.clock),
      form,
      ...owner,
      seed: this.preview.seed ?? randomBytes(32).toString('hex'),
      startedAt: this.clock.now(),
      limitSeconds,
      extraTime: 0,
      endedAt: null,
      endedBy: null,
    };
  }
}
