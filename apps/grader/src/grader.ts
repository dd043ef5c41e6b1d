import { type ClaimedJob, type ClaimOptions, type GraderSelf, LEASE, type QueueClient } from '@holdout/job-queue';
import type { Profile } from '@holdout/sandbox';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Outcome } from './do-job';
import { handInAfterMs } from './hand-in-time';

/** The longest time for a job; one that takes longer is stuck. */
const JOB_LIMIT_MS = 10 * 60_000;
const QUEUE_LOST_WAIT_MS = 2000;
const HAND_IN_TRIES = 5;

/** One for all people who have used little, and one for those of them who are not guests. */
export const RESERVED_SLOTS = 2;

export type GraderOptions = {
  readonly self: GraderSelf;
  readonly queue: QueueClient;
  readonly log: Logger;
  /** The number of jobs at a time; `RESERVED_SLOTS` more are kept for people who have used little. */
  readonly slots: number;
  /** Does one job; never rejects. */
  readonly work: (claimed: ClaimedJob, signal: AbortSignal) => Promise<Outcome>;
};

/** Claims jobs from the queue, as many at a time as there are slots, renews their leases and hands in the results. */
export class Grader {
  /** Jobs that hold a slot. */
  private readonly running = new Set<Promise<void>>();
  /** Jobs that are done, until their report is handed in. */
  private readonly ending = new Set<Promise<void>>();
  private systemJobs = 0;

  constructor(private readonly options: GraderOptions) {}

  /** Runs until `stopping` is aborted and every claimed job was handed in or given back. */
  async run(profiles: () => readonly Profile[], stopping: AbortSignal): Promise<void> {
    const { queue, log, slots } = this.options;
    while (!stopping.aborted) {
      const seen = queue.noticesSoFar();
      const isFree = this.running.size < slots + RESERVED_SLOTS && profiles().length > 0;
      try {
        const claimed = isFree ? await queue.claim(this.options.self, profiles(), this.mayClaim()) : null;
        if (claimed) this.begin(claimed, stopping);
        else await this.waitForChange(seen, isFree, stopping);
      } catch (error) {
        log.error({ err: error }, 'the queue cannot be reached');
        await pause(QUEUE_LOST_WAIT_MS, undefined, { signal: stopping }).catch(() => undefined);
      }
    }
    await Promise.all([...this.running, ...this.ending]);
  }

  /** Waits until there may be a job or, if all slots are taken, until one is free. */
  private async waitForChange(seen: number, isFree: boolean, stopping: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const from = isFree ? seen : Number.MAX_SAFE_INTEGER;
    const signal = AbortSignal.any([stopping, waiting.signal]);
    await Promise.race([this.options.queue.waitForJob(from, signal), ...this.running]);
    waiting.abort();
  }

  /**
   * Making the cases of a bank takes minutes, so one slot is reserved for jobs of people who wait for a verdict. The slot
   * above the number is for light jobs: with it, a person who has used little waits for nobody's long programs. As many
   * guests as have different addresses are light, so accounts and candidates have one more.
   */
  private mayClaim(): ClaimOptions {
    const { slots } = this.options;
    const beyond = this.running.size - slots;
    if (beyond > 0) return { lastRank: 'account', lightOnly: true };
    const isFull = this.systemJobs >= Math.max(1, slots - 1);
    return { lastRank: isFull ? 'guest' : 'system', lightOnly: beyond === 0 };
  }

  private begin(claimed: ClaimedJob, stopping: AbortSignal): void {
    const share = claimed.isSystem ? 1 : 0;
    this.systemJobs += share;
    let free: () => void = () => undefined;
    const worked = new Promise<void>((resolve) => (free = resolve)).then(() => {
      this.systemJobs -= share;
      this.running.delete(worked);
    });
    this.running.add(worked);
    const ended = this.hold(claimed, stopping, free).finally(() => {
      free();
      this.ending.delete(ended);
    });
    this.ending.add(ended);
  }

  /** Works on a job, calls `free` when it needs its slot no longer, and hands in the report when it is time. */
  private async hold(claimed: ClaimedJob, stopping: AbortSignal, free: () => void): Promise<void> {
    const { log, work } = this.options;
    const job = { jobId: claimed.jobId, kind: claimed.job.kind };
    const lost = new AbortController();
    const beat = setInterval(() => void this.keep(claimed.runId, lost), LEASE.renewMs);
    const from = performance.now();
    try {
      const signal = AbortSignal.any([stopping, lost.signal, AbortSignal.timeout(JOB_LIMIT_MS)]);
      const outcome = await work(claimed, signal);
      const ms = Math.round(performance.now() - from);
      const isAborted = signal.aborted;
      free();
      if (claimed.job.kind === 'grade' && !isAborted) await pauseUntil(from + handInAfterMs(ms), signal);
      // An aborted run can look like a failure of the program, so its report must not be handed in.
      const end = isAborted ? await this.putBack(claimed, stopping) : await this.handIn(claimed, outcome);
      log.info({ ...job, ms, end, ...reasonOf(outcome) }, 'job ended');
    } catch (error) {
      log.error({ ...job, err: error }, 'the job could not be handed in; its lease will expire');
    } finally {
      clearInterval(beat);
    }
  }

  private async keep(runId: string, lost: AbortController): Promise<void> {
    try {
      if (!(await this.options.queue.heartbeat(runId))) lost.abort();
    } catch (error) {
      this.options.log.warn({ err: error }, 'a lease could not be renewed');
    }
  }

  private async putBack({ runId }: ClaimedJob, stopping: AbortSignal): Promise<string> {
    const { queue } = this.options;
    if (stopping.aborted) return (await queue.release(runId)) ? 'released' : 'lost';
    return (await queue.giveBack(runId, 'the job took too long')) ? 'given back' : 'lost';
  }

  private async handIn({ runId, isLastTry }: ClaimedJob, outcome: Outcome): Promise<string> {
    const { queue } = this.options;
    const [end, tell] = ((): [string, () => Promise<boolean>] => {
      switch (outcome.kind) {
        case 'reported':
          return ['reported', () => queue.complete(runId, outcome.report)];
        case 'impossible':
          return ['failed', () => queue.fail(runId, outcome.reason)];
        case 'notGraded': {
          const { report, reason } = outcome;
          if (isLastTry && report) return ['reported not graded', () => queue.complete(runId, report, false)];
          return ['given back', () => queue.giveBack(runId, reason)];
        }
      }
    })();
    return (await insist(tell)) ? end : 'lost';
  }
}

const reasonOf = (outcome: Outcome): { reason?: string } =>
  outcome.kind === 'reported' ? {} : { reason: outcome.reason };

async function pauseUntil(moment: number, signal: AbortSignal): Promise<void> {
  await pause(Math.max(0, moment - performance.now()), undefined, { signal }).catch(() => undefined);
}

/** Handing in is retried while the database cannot be reached. */
async function insist(tell: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tell();
    } catch (error) {
      if (tries === HAND_IN_TRIES) throw error;
      await pause(100 * 2 ** tries);
    }
  }
}
