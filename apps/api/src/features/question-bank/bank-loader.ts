import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { BankIssue, LoadedBank, LoadedQuestion } from '@holdout/bank';
import { readBank } from '@holdout/bank';
import { readBankFiles, sha256, sha256OfAll } from '@holdout/bank-files';
import { JobQueue } from '@holdout/job-queue';
import {
  BankContentRepository,
  BankLoadRepository,
  type Clock,
  Database,
  newId,
  type VersionToInsert,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { type NamespacedBank, namespaced } from './bank-namespace';
import { refusalsOf } from './bank-refusals';
import { countedFaults } from './counted-faults';
import { PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import { Preparation } from './preparation';
import { searchWordsOf } from './search-words';

export type BankLoad = {
  readonly directory: string;
  /** Null when nothing was loaded. */
  readonly bankId: string | null;
  readonly questionCount: number;
  readonly newVersionCount: number;
  readonly issues: readonly BankIssue[];
};

type Read = LoadedBank & { readonly bank: NonNullable<LoadedBank['bank']>; readonly names: NamespacedBank };
type Files = ReadonlyMap<string, string>;

/** Another program may make something else of the same files. */
const PROGRAM = sha256(readFileSync(process.argv[1] ?? process.execPath, 'utf8'));

/** Brings the banks on disk into the database: new versions are added, old ones stay for the attempts that drew them. */
@Injectable()
export class BankLoader {
  /** Which bank comes from where. */
  private readonly directories = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly preparation: Preparation,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Loads one bank. What is broken is named in the issues and left out; the rest is loaded. A bank whose owner cannot be
   * told is left out whole. A bank of which nothing has changed since it was loaded is not even parsed.
   */
  async load(directory: string): Promise<BankLoad> {
    const files = this.read(directory);
    if (files === null) return nothing(directory, [{ file: 'bank.yaml', message: NO_DIRECTORY }]);
    const fingerprint = this.fingerprintOf(files);
    const known = await this.db.repo(BankLoadRepository).findLoaded(fingerprint);
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

  /** Takes the questions of all other banks out of the catalogue, not out of what was done with them; gives their ids. */
  shelveOthers(bankIds: readonly string[]): Promise<readonly string[]> {
    return this.db.transaction(async (tx) => {
      await tx.repo(BankContentRepository).lock();
      return tx.repo(BankLoadRepository).shelveOthers(bankIds);
    });
  }

  /** The questions of one of two banks with one id would put those of the other out of the catalogue. */
  private issuesOfTwice(bankId: string, directory: string): readonly BankIssue[] {
    const first = this.directories.get(bankId) ?? directory;
    this.directories.set(bankId, first);
    if (first === directory) return [];
    return [{ file: 'bank.yaml', message: `the bank "${bankId}" was loaded from ${first}; give this one another id` }];
  }

  private read(directory: string): Files | null {
    try {
      return readBankFiles(directory);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw error;
    }
  }

  /** Of all that decides what a load writes: the files, what is offered here, and this program. */
  private fingerprintOf(files: Files): string {
    return sha256OfAll([PROGRAM, JSON.stringify(this.settings.languages), ...[...files].flat()]);
  }

  private store(read: Read, files: Files, fingerprint: string): Promise<number> {
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
      await this.preparation.start(tx, questions, current, PRACTICE_DATA_SCOPE);
      await loads.finishLoad(bank.id, fingerprint, read.issues);
      await loads.analyze();
      return added.size;
    });
  }

  /** Gives the ids of the versions by the keys that they are known by. */
  private async insert(tx: Database, fresh: readonly LoadedQuestion[], read: Read): Promise<Map<string, string>> {
    const versions = fresh.map((question) => this.versionOf(question, read));
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      const part = fresh.slice(from, from + AT_ONCE);
      await tx.repo(JobQueue).storeBundles(new Map(part.map(({ hash, bundle }) => [hash, bundle])));
      await tx.repo(BankContentRepository).insertVersions(read.bank.id, versions.slice(from, from + AT_ONCE));
    }
    return new Map(fresh.map((question, at) => [keyOf(question), versions[at]?.id ?? '']));
  }

  private versionOf({ bundle, hash }: LoadedQuestion, { bank, skills, names }: Read): VersionToInsert {
    return {
      id: newId(this.clock),
      questionId: bundle.id,
      slug: bundle.id.slice(bank.id.length + 1),
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
      searchWords: searchWordsOf(bundle, skills),
      skills: bundle.skills.map(names.skillId),
      loadedAt: this.clock.now(),
    };
  }
}

/** So many versions a statement keep its text at some megabytes. */
const AT_ONCE = 100;

/** As `versionsOf` gives them. */
const keyOf = ({ bundle, hash }: LoadedQuestion): string => `${bundle.id} ${hash}`;

const NO_DIRECTORY = 'there is no such directory; mend HOLDOUT_BANKS, which names directories separated by commas';

function nothing(directory: string, issues: readonly BankIssue[]): BankLoad {
  return { directory, bankId: null, questionCount: 0, newVersionCount: 0, issues };
}
