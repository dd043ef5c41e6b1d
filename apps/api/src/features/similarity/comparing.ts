import {
  type AssessmentId,
  type Clock,
  type ComparedQuestion,
  Database,
  newId,
  type SimilarityPairId,
  SimilarityRepository,
  type SimilarityRunId,
  type SimilarityRunRow,
} from '@holdout/persistence';
import type { SimilarityLanguage } from '@holdout/similarity';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { QueuedTask, type Tries } from '../../platform/jobs/queued-task';
import { Comparer } from './comparer';

export const COMPARE = new QueuedTask<{ readonly runId: SimilarityRunId }>('comparePrograms', 3);

/** So long after the last attempt has ended a comparison starts by itself. */
const QUIET_MS = 15 * 60_000;
/** How often progress is written. */
const TOLD_STEP = 0.05;

/** Starts and runs comparisons of the programs of an assessment. */
@Injectable()
export class Comparing {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly comparer: Comparer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing if a comparison runs already. */
  start(by: Actor, assessmentId: AssessmentId): Promise<void> {
    return this.acts.run(by, async (tx, startedAt) => {
      const id = newId<SimilarityRunId>(this.clock);
      const run = { id, organizationId: by.organizationId, assessmentId, startedBy: by.accountId, startedAt };
      if (!(await tx.repo(SimilarityRepository).start(run))) return nothingDone(undefined);
      await COMPARE.add(tx, { runId: id });
      return done(undefined, { act: 'similarity.started', objectId: assessmentId });
    });
  }

  /** Starts what waits for a comparison: attempts have ended, and none in the last quarter of an hour. */
  async startWaiting(): Promise<void> {
    const quietSince = new Date(this.clock.now().getTime() - QUIET_MS);
    for (const { organizationId, assessmentId } of await this.db.repo(SimilarityRepository).listWaiting(quietSince)) {
      await this.start({ organizationId, accountId: null }, assessmentId);
    }
  }

  /** Runs one comparison; the last failed try leaves it failed. */
  async run(runId: SimilarityRunId, { tries, maxTries }: Tries): Promise<void> {
    const run = await this.db.repo(SimilarityRepository).findRunning(runId);
    if (run === null) return;
    try {
      await this.compareAll(run);
    } catch (error) {
      if (tries >= maxTries) await this.db.repo(SimilarityRepository).fail(runId, this.clock.now());
      throw error;
    }
  }

  private async compareAll(run: SimilarityRunRow): Promise<void> {
    const questions = await this.db.repo(SimilarityRepository).listCompared(run.assessmentId);
    const total = questions.reduce((sum, { programs }) => sum + programs, 0);
    const found: Found[] = [];
    let before = 0;
    for (const question of questions) {
      const programs = await this.db.repo(SimilarityRepository).listPrograms(run.assessmentId, question);
      const compared = { question: { ...question, language: question.language as SimilarityLanguage }, programs };
      const tell = this.teller(run.id, (done) => (before + done * question.programs) / total);
      found.push({ question, ...(await this.comparer.compare(compared, tell)) });
      before += question.programs;
    }
    await this.store(run, found);
  }

  /** Writes progress in steps; one that could not be written is followed by the next. */
  private teller(runId: SimilarityRunId, ofAll: (done: number) => number): (done: number) => void {
    let told = 0;
    return (done) => {
      if (done - told < TOLD_STEP) return;
      told = done;
      void this.db
        .repo(SimilarityRepository)
        .setProgress(runId, ofAll(done))
        .catch(() => undefined);
    };
  }

  private store(run: SimilarityRunRow, found: readonly Found[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      const similarity = tx.repo(SimilarityRepository);
      // The row is locked until the end, so that of two runs of one job only the first stores what it found.
      if (!(await similarity.setProgress(run.id, 1))) return;
      for (const { question, programs, compared, typical, alike } of found) {
        const { questionVersionId, language } = question;
        const pairs = alike.map((pair) => ({ id: newId<SimilarityPairId>(this.clock), ...pair }));
        await similarity.insert(run.id, { questionVersionId, language, programs, compared, typical }, pairs);
      }
      await similarity.finish(run, this.clock.now());
    });
  }
}

type Found = Awaited<ReturnType<Comparer['compare']>> & { readonly question: ComparedQuestion };
