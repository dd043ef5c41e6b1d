import { policyOf, type Recorded } from '@holdout/assessment';
import { AttemptEventRepository, type Clock, Database, type Holders, keyOf } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordedEventInput, RecordedEventKind } from '../../../generated/resolvers';
import { Pacer } from '../../../platform/access/pacer';
import { AppError } from '../../../platform/app-error';
import { CLOCK } from '../../../platform/app-options';
import { AttemptService } from '../attempt.service';

/** A page sends one batch in five seconds, and those of an hour offline when it is back. */
const RHYTHM = { burst: 60, perSecond: 1, mostWaiting: 10 } as const;

const DAY_MS = 86_400_000;

/** What must be named by the policy for an event to be recorded. */
const NAMED: Readonly<Record<RecordedEventKind, Recorded>> = {
  EDIT: 'edits',
  PASTE: 'pastes',
  LEFT: 'focus',
  RETURNED: 'focus',
  RESIZED: 'resizes',
  DEVICE: 'devices',
};

export type Batch = {
  readonly attemptId: string;
  readonly clientId: string;
  readonly sequence: number;
  readonly ageMs: number;
  readonly events: readonly RecordedEventInput[];
};

/** Records what pages send of an attempt besides answers, and nothing that the candidate was not told of. */
@Injectable()
export class RecordingService {
  private readonly pacer = new Pacer(RHYTHM);

  constructor(
    private readonly db: Database,
    private readonly attempts: AttemptService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if the holder does not have the attempt. */
  async record(holders: Holders, { ageMs, ...batch }: Batch): Promise<{ readonly isOver: boolean } | null> {
    await this.pacer.turn(holders.map(keyOf).join(' '));
    const attempt = await this.attempts.find(batch.attemptId, holders);
    if (attempt === null) return null;
    check(batch, policyOf(attempt).recorded);
    if (batch.events.length === 0) return { isOver: attempt.endedAt !== null };
    const receivedAt = this.clock.now();
    // The page measures the age by a clock of its own: never before the start, never in the future.
    const age = Math.min(Math.max(ageMs, 0), DAY_MS);
    const beganAt = new Date(Math.max(receivedAt.getTime() - age, attempt.startedAt.getTime()));
    const stored = await this.db
      .repo(AttemptEventRepository)
      .insert({ ...batch, events: batch.events.map(compact), beganAt, receivedAt });
    return { isOver: stored?.isFull ?? true };
  }
}

function check({ sequence, events }: Pick<Batch, 'sequence' | 'events'>, recorded: readonly Recorded[]): void {
  if (sequence < 0) throw new AppError('BAD_INPUT', 'sequence counts from 0.');
  if (events.some(({ kind }) => !recorded.includes(NAMED[kind]))) {
    throw new AppError('BAD_INPUT', 'This is not recorded of the attempt.');
  }
  if (events.some(({ added }) => typeof added === 'string' && (!added.isWellFormed() || added.includes('\0')))) {
    throw new AppError('BAD_INPUT', 'A text that cannot be stored.');
  }
}

/** Without the fields that its kind does not have. */
const compact = (event: RecordedEventInput): object =>
  Object.fromEntries(
    Object.entries(event).filter(([key, value]) => value !== undefined && (value !== null || key === 'removed')),
  );
