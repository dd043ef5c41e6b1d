import { PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import { kindOf } from '@holdout/bank';
import type { Job, JobReport } from '@holdout/grading';
import type { TakenReport } from '@holdout/job-queue';
import { JobQueue, type JobRank } from '@holdout/job-queue';
import type { Clock, Database } from '@holdout/persistence';
import { BankContentRepository, newId, NoticeRepository, type PreparationRow } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { numberOfSeed, seedOf } from './seeds';

const VARIANTS_PER_VERSION = 500;

/** Notification channel for ended preparations. The payload is their scope. */
export const PREPARATION_CHANNEL = 'preparation_ended';

/** Variants take a fraction of a second, cases some, and those of model tasks up to a minute. */
const ORDER: readonly string[] = ['numeric', 'code', 'model'];

/** A question version to prepare. */
export type ToPrepare = {
  readonly versionId: string;
  readonly contentHash: string;
  readonly kind: string;
  /** Languages that it accepts; empty for kinds without code. */
  readonly languages: readonly string[];
};

/** `notOffered`: this installation runs none of its languages. */
export type PreparationState =
  { readonly kind: 'ready' | 'waiting' | 'notOffered' } | { readonly kind: 'failed'; readonly reason: string };

function stateOfRow({ failure, doneAt }: PreparationRow): PreparationState {
  if (failure !== null) return { kind: 'failed', reason: failure };
  return { kind: doneAt === null ? 'waiting' : 'ready' };
}

function quickestFirst(versions: readonly ToPrepare[]): readonly ToPrepare[] {
  return [...versions].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Prepares versions in the sandbox before they can be drawn or graded: cases of code, variants of numeric families. */
@Injectable()
export class Preparation {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Queues what does not exist yet in this scope. Failed preparations are retried at every call. */
  async start(
    tx: Database,
    versions: readonly ToPrepare[],
    { scope, rank }: { readonly scope: string; readonly rank: JobRank },
  ): Promise<void> {
    const content = tx.repo(BankContentRepository);
    const ids = versions.map(({ versionId }) => versionId);
    const begun = await content.listPreparations(ids, scope);
    const settled = new Set(begun.filter((row) => row.failure === null).map((row) => row.versionId));
    const starting = quickestFirst(versions).flatMap((version) => {
      const job = this.isOffered(version) ? this.jobFor(version, scope) : null;
      if (job === null || settled.has(version.versionId)) return [];
      return { versionId: version.versionId, jobId: newId(this.clock), job };
    });
    await content.startPreparations(scope, starting, this.clock.now());
    const jobs = starting.map(({ job, jobId }) => ({ job, id: jobId, person: null, rank }));
    await tx.repo(JobQueue).addAll(jobs);
  }

  /** How far a version is that may be drawn in practice. */
  async stateOf(db: Database, version: ToPrepare): Promise<PreparationState> {
    if (!this.isOffered(version)) return { kind: 'notOffered' };
    if (this.jobFor(version, PRACTICE_DATA_SCOPE) === null) return { kind: 'ready' };
    const [row] = await db.repo(BankContentRepository).listPreparations([version.versionId], PRACTICE_DATA_SCOPE);
    return row === undefined ? { kind: 'waiting' } : stateOfRow(row);
  }

  /** Stores the result or the failure of a preparation. The report of a replaced job is ignored. */
  async takeIn(tx: Database, taken: TakenReport): Promise<void> {
    const content = tx.repo(BankContentRepository);
    const preparation = await content.findPreparation(taken.jobId);
    if (preparation === null) return;
    await tx.repo(NoticeRepository).tell(PREPARATION_CHANNEL, preparation.scope);
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
  private isOffered({ languages }: ToPrepare): boolean {
    return languages.length === 0 || this.settings.languages.some((language) => languages.includes(language));
  }

  /** How the variants of a numeric family are drawn in a scope. */
  variantsOf(hash: string, scope: string): { readonly seed: string; readonly count: number } {
    return { seed: seedOf(this.secret, 'variants', hash, scope), count: VARIANTS_PER_VERSION };
  }

  private jobFor({ kind: name, contentHash: hash }: ToPrepare, scope: string): Job | null {
    const kind = kindOf(name);
    if (kind.hasVariants) {
      return { kind: 'drawVariants', bundleHash: hash, ...this.variantsOf(hash, scope) };
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
