import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { BankIssue, LoadedQuestion } from '@holdout/bank';
import { readBank } from '@holdout/bank';
import { readBankFiles, sha256, sha256OfAll } from '@holdout/bank-files';
import { JobQueue } from '@holdout/job-queue';
import { BankContentRepository, BankLoadRepository, type Clock, Database } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { namespaced } from './bank-namespace';
import { refusalsOf } from './bank-refusals';
import { preparedOf, type ReadBank, versionToInsert } from './bank-versions';
import { countedFaults } from './counted-faults';
import { PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import { Preparation } from './preparation';

export type BankLoad = {
  readonly directory: string;
  /** Null if nothing was loaded. */
  readonly bankId: string | null;
  readonly questionCount: number;
  readonly newVersionCount: number;
  readonly issues: readonly BankIssue[];
};

type Files = ReadonlyMap<string, string>;

/**
 * Part of the fingerprint: another version of this program may load the same files differently. The build writes the hash of
 * this module and its imports beside the program, so that a change elsewhere in the API does not load the banks again.
 */
const PROGRAM = programHash(process.argv[1] ?? process.execPath);

function programHash(program: string): string {
  const built = join(dirname(program), 'bank-loader.sha256');
  return existsSync(built) ? readFileSync(built, 'utf8') : sha256(readFileSync(program, 'utf8'));
}

/** Loads banks from disk into the database. New versions are added; old ones are kept for the attempts that drew them. */
@Injectable()
export class BankLoader {
  /** The directory of each loaded bank, by bank id. */
  private readonly directories = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly preparation: Preparation,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Loads one bank. Invalid questions are skipped and listed in the issues; the others are loaded. A bank without a known
   * owner is skipped entirely. A bank that is unchanged since its last load is not parsed.
   */
  async load(directory: string): Promise<BankLoad> {
    const files = this.read(directory);
    if (files === null) return nothing(directory, [{ file: 'bank.yaml', message: NO_DIRECTORY }]);
    const fingerprint = this.fingerprintOf(files);
    const known = await this.db.repo(BankLoadRepository).findLoaded(fingerprint, PRACTICE_DATA_SCOPE);
    if (known !== null) {
      const { questionCount, issues } = known;
      const twice = this.issuesOfTwice(known.id, directory);
      if (twice.length > 0) return nothing(directory, twice);
      return { directory, bankId: known.id, questionCount, newVersionCount: 0, issues: issues as readonly BankIssue[] };
    }
    const loaded = readBank(files, { sha256 });
    const { bank, issues } = loaded;
    if (bank === null) return nothing(directory, issues);
    const refused = await refusalsOf(this.db, bank, files.get('bank.yaml') ?? '');
    const refusals = refused.length > 0 ? refused : this.issuesOfTwice(bank.id, directory);
    if (refusals.length > 0) return nothing(directory, [...refusals, ...issues]);
    const read = { ...loaded, bank, names: namespaced(loaded) };
    const newVersionCount = await this.store(read, files, fingerprint);
    return { directory, bankId: bank.id, questionCount: loaded.questions.length, newVersionCount, issues };
  }

  /** Unpublishes the questions of all other banks and returns the banks' ids. Their attempts and scores are kept. */
  shelveOthers(bankIds: readonly string[]): Promise<readonly string[]> {
    return this.db.transaction(async (tx) => {
      await tx.repo(BankContentRepository).lock();
      return tx.repo(BankLoadRepository).shelveOthers(bankIds);
    });
  }

  /** Two banks with the same id would unpublish each other's questions. */
  private issuesOfTwice(bankId: string, directory: string): readonly BankIssue[] {
    const first = this.directories.get(bankId) ?? directory;
    this.directories.set(bankId, first);
    if (first === directory) return [];
    return [
      { file: 'bank.yaml', message: `the bank "${bankId}" was already loaded from ${first}; give this one another id` },
    ];
  }

  private read(directory: string): Files | null {
    try {
      return readBankFiles(directory);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw error;
    }
  }

  /** Fingerprint of everything that a load depends on: the files, the settings and this program. */
  private fingerprintOf(files: Files): string {
    return sha256OfAll([PROGRAM, JSON.stringify(this.settings.languages), ...[...files].flat()]);
  }

  private store(read: ReadBank, files: Files, fingerprint: string): Promise<number> {
    const { bank, questions } = read;
    return this.db.transaction(async (tx) => {
      const content = tx.repo(BankContentRepository);
      await content.lock();
      await content.saveSkills(read.names.skills);
      await content.saveMisconceptions(read.names.misconceptions);
      await content.saveBank(bank);
      const known = await content.versionsOf(bank.id);
      const fresh = questions.filter((question) => !known.has(keyOf(question)));
      const added = await this.insert(tx, fresh, read);
      const versions = new Map([...known, ...added]);
      const current = new Map(questions.map((question) => [question.bundle.id, versions.get(keyOf(question)) ?? '']));
      await content.setCurrent(bank.id, current);
      const loads = tx.repo(BankLoadRepository);
      await loads.saveFaultCounts(bank.id, countedFaults(questions, files.get('checked.json')));
      const toPrepare = questions.map((question) => preparedOf(question, current.get(question.bundle.id) ?? ''));
      await this.preparation.start(tx, toPrepare, { scope: PRACTICE_DATA_SCOPE, rank: 'system' });
      await loads.finishLoad(bank.id, fingerprint, read.issues);
      await loads.analyze();
      return added.size;
    });
  }

  /** Ids of the versions by their keys. */
  private async insert(tx: Database, fresh: readonly LoadedQuestion[], read: ReadBank): Promise<Map<string, string>> {
    const versions = fresh.map((question) => versionToInsert(question, read, this.clock));
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      const part = fresh.slice(from, from + AT_ONCE);
      await tx.repo(JobQueue).storeBundles(new Map(part.map(({ hash, bundle }) => [hash, bundle])));
      await tx.repo(BankContentRepository).insertVersions(read.bank.id, versions.slice(from, from + AT_ONCE));
    }
    return new Map(fresh.map((question, at) => [keyOf(question), versions[at]?.id ?? '']));
  }
}

/** Versions per statement, so that its text stays within a few megabytes. */
const AT_ONCE = 100;

/** The key format of `versionsOf`. */
const keyOf = ({ bundle, hash }: LoadedQuestion): string => `${bundle.id} ${hash}`;

const NO_DIRECTORY = 'this directory does not exist; correct HOLDOUT_BANKS, a list of directories separated by commas';

function nothing(directory: string, issues: readonly BankIssue[]): BankLoad {
  return { directory, bankId: null, questionCount: 0, newVersionCount: 0, issues };
}
