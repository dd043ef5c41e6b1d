import { Inject, Injectable } from '@nestjs/common';
import type { BankIssue, LoadedBank, LoadedQuestion } from '@holdout/bank';
import { readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { JobQueue } from '@holdout/job-queue';
import { BankContentRepository, type Clock, Database, newId } from '@holdout/persistence';
import { Preparation } from './preparation';
import { searchTextOf } from './search-text';
import { CLOCK } from '../../platform/app-options';

export type BankLoad = {
  readonly directory: string;
  readonly questionCount: number;
  readonly newVersionCount: number;
  readonly issues: readonly BankIssue[];
};

/** Brings the banks on disk into the database: new versions are added, old ones stay for the attempts that drew them. */
@Injectable()
export class BankLoader {
  constructor(
    private readonly db: Database,
    private readonly preparation: Preparation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Loads one bank. What is broken is named in the issues and left out; the rest is loaded. */
  async load(directory: string): Promise<BankLoad> {
    const loaded = readBank(await readBankFiles(directory), { sha256 });
    const newVersionCount = loaded.bank === null ? 0 : await this.store(loaded, loaded.bank);
    return { directory, questionCount: loaded.questions.length, newVersionCount, issues: loaded.issues };
  }

  private store(loaded: LoadedBank, file: NonNullable<LoadedBank['bank']>): Promise<number> {
    return this.db.transaction(async (tx) => {
      const content = tx.repo(BankContentRepository);
      await content.lock();
      await content.saveSkills(loaded.skills);
      await content.saveMisconceptions(loaded.misconceptions);
      await content.saveBank(file);
      const known = await content.versionsOf(file.id);
      const current = new Map<string, string>();
      let added = 0;
      for (const question of loaded.questions) {
        const knownId = known.get(`${question.bundle.id} ${question.hash}`);
        if (knownId === undefined) added += 1;
        current.set(question.bundle.id, knownId ?? (await this.insert(tx, file.id, question, loaded)));
      }
      await content.setCurrent(file.id, current);
      await this.preparation.start(tx, loaded.questions, current);
      return added;
    });
  }

  private async insert(
    tx: Database,
    bankId: string,
    { bundle, hash }: LoadedQuestion,
    loaded: LoadedBank,
  ): Promise<string> {
    const id = newId(this.clock);
    await tx.repo(JobQueue).storeBundle(hash, bundle);
    await tx.repo(BankContentRepository).insertVersion(bankId, bundle.id.slice(bankId.length + 1), {
      id,
      questionId: bundle.id,
      contentHash: hash,
      kind: bundle.kind,
      title: bundle.title,
      level: bundle.level,
      minutes: bundle.minutes,
      licence: bundle.licence,
      sources: bundle.sources,
      languages: 'languages' in bundle.candidate ? Object.keys(bundle.candidate.languages) : [],
      candidatePart: bundle.candidate,
      secretPart: bundle.secret,
      searchText: searchTextOf(bundle, loaded.skills),
      skills: bundle.skills,
      loadedAt: this.clock.now(),
    });
    return id;
  }
}
