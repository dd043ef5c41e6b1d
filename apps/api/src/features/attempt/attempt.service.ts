import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { policyOf, PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import { isOpen } from '@holdout/timing';
import {
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  DrawRepository,
  type ItemToInsert,
  columnsOf,
  type Holders,
  keyOf,
  type Practiser,
  type QuestionRow,
} from '@holdout/persistence';
import { FAMILY_KINDS, type QuestionKind, rngOf } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import { newAttempt, startClock } from './begin-attempt';
import { drawItems, PROGRAM_KINDS } from './draw';
import { AttemptEnd } from './attempt-end';
import { PreviewDraw } from '../question-bank/preview-draw';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { RateLimits } from '../../platform/access/rate-limits';

/** High enough for a person who draws a new item every 12 s for an hour; stops a script from filling the database. */
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

/** Whether the attempt still accepts answers. */
export function takesAnswers(attempt: AttemptRow, now: Date): boolean {
  return attempt.endedAt === null && isOpen(attempt.closesAt, now);
}

/** Starts practice attempts and quizzes, and finds them. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly db: Database,
    private readonly attemptEnd: AttemptEnd,
    private readonly limits: RateLimits,
    private readonly preview: PreviewDraw,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The holder's attempt, ended first if it is overdue. Null if the holder does not have it. */
  async find(id: string, holders: Holders): Promise<AttemptRow | null> {
    const attempt = await this.db.repo(AttemptRepository).find(id, holders);
    return attempt === null ? null : this.attemptEnd.endIfOverdue(attempt);
  }

  async findOpenQuiz(practiser: Practiser): Promise<AttemptRow | null> {
    await this.attemptEnd.endOverdue(practiser);
    return this.db.repo(AttemptRepository).findOpenQuiz(practiser, this.clock.now());
  }

  /** The latest item of this question version; a new draw if there is none or `again` is set. */
  async startPractice(question: QuestionRow, practiser: Practiser, again: boolean): Promise<PracticeOutcome> {
    const latest = again
      ? null
      : await this.db.repo(AttemptRepository).findLatestPractice(question.versionId, practiser);
    if (latest !== null && this.isOfChosenDraw(latest)) return { kind: 'started', attempt: latest };
    await this.countStart(practiser);
    const attempt = this.newAttempt('single', practiser);
    await this.hastenPreparation(question.versionId, policyOf(attempt).dataScope);
    const [item = null] = await this.draw([question.versionId], attempt.seed);
    if (item === null) {
      const failure = await this.db.repo(DrawRepository).failureOf(question.versionId, policyOf(attempt).dataScope);
      return { kind: 'notReady', isOnItsWay: failure === null };
    }
    return { kind: 'started', attempt: await this.insert(attempt, [item], null) };
  }

  private isOfChosenDraw({ seed }: AttemptRow): boolean {
    return this.preview.seed === null || this.preview.seed === seed;
  }

  /** Raises the priority of case generation that a person waits for: generating a whole bank takes minutes. */
  private async hastenPreparation(versionId: string, scope: string): Promise<void> {
    const preparation = await this.db.repo(DrawRepository).preparationOf(versionId, scope);
    if (preparation !== null) await this.db.repo(JobQueue).hasten(preparation.jobId, 'account');
  }

  /** Draws distinct questions at random from the requested skills and starts the clock. */
  async startQuiz(wish: QuizWish, practiser: Practiser): Promise<QuizOutcome> {
    const candidates = await this.db.repo(DrawRepository).listQuizVersions(practiser, wish.skills, {
      drawn: wish.kinds,
      families: FAMILY_KINDS,
      programs: PROGRAM_KINDS,
      scope: PRACTICE_DATA_SCOPE,
    });
    if (candidates.length < wish.count) return { kind: 'notEnough', available: candidates.length };
    await this.countStart(practiser);
    const attempt = this.newAttempt('quiz', practiser);
    const chosen = rngOf(attempt.seed).shuffle(candidates).slice(0, wish.count);
    const items = await this.draw(chosen, attempt.seed);
    if (items.some((item) => item === null)) throw new Error('A version offered for a quiz cannot be drawn.');
    const drawn = items.filter((item) => item !== null);
    return { kind: 'started', attempt: await this.insert(attempt, drawn, wish.minutes) };
  }

  /** Writes the attempt, its items and its deadline in one transaction; returns the attempt with its deadline. */
  private insert(attempt: AttemptRow, items: readonly ItemToInsert[], minutes: number | null): Promise<AttemptRow> {
    return this.db.transaction(async (tx) => {
      if (!(await tx.repo(AttemptRepository).insert(attempt, items))) throw new AppError('UNAUTHENTICATED');
      if (minutes === null) return attempt;
      return { ...attempt, closesAt: await startClock(tx, this.clock, attempt, { minutes }) };
    });
  }

  private countStart(practiser: Practiser): Promise<void> {
    return this.limits.take(`start:${keyOf(practiser)}`, STARTS_PER_PERSON);
  }

  /** Items in the order of the versions; null for a version that cannot be drawn yet. */
  private async draw(versionIds: readonly string[], seed: string): Promise<readonly (ItemToInsert | null)[]> {
    const versions = await this.db.repo(DrawRepository).listVersions(versionIds);
    return drawItems(this.db, this.clock, versions, seed);
  }

  private newAttempt(form: AttemptRow['form'], practiser: Practiser): AttemptRow {
    const seed = this.preview.seed ?? randomBytes(32).toString('hex');
    return newAttempt(this.clock, { purpose: 'practice', form, ...columnsOf(practiser), seed });
  }
}
