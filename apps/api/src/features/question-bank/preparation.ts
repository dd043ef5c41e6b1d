import { kindOf, type LoadedQuestion } from '@holdout/bank';
import type { Job, JobReport } from '@holdout/grading';
import type { TakenReport } from '@holdout/job-queue';
import { JobQueue } from '@holdout/job-queue';
import type { Clock, Database } from '@holdout/persistence';
import { BankContentRepository, newId } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { numberOfSeed, seedOf } from './seeds';

const VARIANTS_PER_VERSION = 500;

/** Variants take a fraction of a second, cases some, and those of model tasks up to a minute. */
const ORDER: readonly string[] = ['numeric', 'code', 'model'];

function quickestFirst(questions: readonly LoadedQuestion[]): readonly LoadedQuestion[] {
  return [...questions].sort((a, b) => ORDER.indexOf(a.bundle.kind) - ORDER.indexOf(b.bundle.kind));
}

/** Prepares versions in the sandbox before they can be drawn or graded: cases of code, variants of numeric families. */
@Injectable()
export class Preparation {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Queues what does not exist yet in this scope. Failed preparations are retried at every load. */
  async start(
    tx: Database,
    questions: readonly LoadedQuestion[],
    versions: ReadonlyMap<string, string>,
    scope: string,
  ): Promise<void> {
    const content = tx.repo(BankContentRepository);
    const begun = await content.listPreparations([...versions.values()], scope);
    const settled = new Set(begun.filter((row) => row.failure === null).map((row) => row.versionId));
    const starting = quickestFirst(questions).flatMap((question) => {
      const versionId = versions.get(question.bundle.id);
      const job = this.isOffered(question) ? this.jobFor(question, scope) : null;
      if (job === null || versionId === undefined || settled.has(versionId)) return [];
      return { versionId, jobId: newId(this.clock), job };
    });
    await content.startPreparations(scope, starting, this.clock.now());
    const jobs = starting.map(({ job, jobId }) => ({ job, id: jobId, person: null, rank: 'system' as const }));
    await tx.repo(JobQueue).addAll(jobs);
  }

  /** Stores the result or the failure of a preparation. The report of a replaced job is ignored. */
  async takeIn(tx: Database, taken: TakenReport): Promise<void> {
    const content = tx.repo(BankContentRepository);
    const preparation = await content.findPreparation(taken.jobId);
    if (preparation === null) return;
    if (taken.end.kind === 'failed') {
      await content.failPreparation(taken.jobId, taken.end.reason);
      return;
    }
    await this.keepVariants(content, preparation.versionId, taken.end.report);
    await content.finishPreparation(taken.jobId, this.clock.now());
  }

  private async keepVariants(content: BankContentRepository, versionId: string, report: JobReport): Promise<void> {
    if (report.kind !== 'drawVariants') return;
    const variants = report.variants.map(({ shown, ...secret }, ordinal) => ({
      id: newId(this.clock),
      ordinal,
      shown,
      secret,
    }));
    await content.insertVariants(versionId, variants);
  }

  /** The launcher generates a secret if the operator sets none, so an API without one is misconfigured. */
  private get secret(): string {
    if (this.settings.secret === null) throw new Error('HOLDOUT_SECRET is not set.');
    return this.settings.secret;
  }

  /** Jobs in a language that is disabled here would never be claimed. */
  private isOffered({ bundle: { candidate } }: LoadedQuestion): boolean {
    return !('languages' in candidate) || this.settings.languages.some((language) => candidate.languages[language]);
  }

  private jobFor({ bundle, hash }: LoadedQuestion, scope: string): Job | null {
    const kind = kindOf(bundle.kind);
    if (kind.hasVariants) {
      return {
        kind: 'drawVariants',
        bundleHash: hash,
        seed: seedOf(this.secret, 'variants', hash, scope),
        count: VARIANTS_PER_VERSION,
      };
    }
    if (kind.scoredBy !== 'submission') return null;
    return {
      kind: 'materialize',
      bundleHash: hash,
      scope,
      publicSeed: numberOfSeed(seedOf(this.secret, 'publicCases', hash, scope)),
      hiddenSeed: numberOfSeed(seedOf(this.secret, 'hiddenCases', hash, scope)),
    };
  }
}
