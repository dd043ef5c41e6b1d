import { resolve } from 'node:path';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG, SETTINGS } from '../../platform/app-options';
import { type Condition, Readiness } from '../../platform/http/readiness';
import { type BankLoad, BankLoader } from './bank-loader';

/** Loads the banks at the start of the API and logs their issues. */
@Injectable()
export class BankStart implements OnApplicationBootstrap {
  private loads: readonly BankLoad[] | null = null;

  constructor(
    private readonly loader: BankLoader,
    private readonly readiness: Readiness,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.readiness.add('bank', () => Promise.resolve(this.condition()));
    const loads: BankLoad[] = [];
    for (const directory of this.directories()) loads.push(await this.loader.load(directory));
    for (const { directory, questionCount, newVersionCount, issues } of loads) {
      this.log.info({ directory, questionCount, newVersionCount, issueCount: issues.length }, 'bank loaded');
      for (const issue of issues) this.log.warn({ directory, ...issue }, 'bank issue');
    }
    await this.shelveUnnamed(loads);
    this.loads = loads;
  }

  /** Unpublishes banks that are no longer configured. If a configured bank could not be read, nothing is unpublished. */
  private async shelveUnnamed(loads: readonly BankLoad[]): Promise<void> {
    const named = loads.flatMap(({ bankId }) => bankId ?? []);
    if (named.length < loads.length) return;
    for (const bankId of await this.loader.shelveOthers(named))
      this.log.info({ bankId }, 'bank unpublished: HOLDOUT_BANKS no longer lists it');
  }

  /**
   * That of trials and the public bank first, so that no other bank can take their ids. What a bank needs is made in the order of
   * loading: the trials' few cases before hundreds, so that a candidate's check-in finds them.
   */
  private directories(): ReadonlySet<string> {
    const { publicBank, trialBank, bankDirectories } = this.settings;
    const ours = [trialBank, publicBank].filter((path) => path !== null);
    return new Set([...ours, ...bankDirectories].map((path) => resolve(path)));
  }

  /** Readiness is public: no names, and no counts of an organization's bank. */
  private condition(): Condition {
    if (this.loads === null) return { ready: false, detail: 'loading' };
    const own = this.loads.find(({ directory }) => directory === this.publicDirectory());
    const leftOut = own?.issues.length ?? 0;
    const detail = `${own?.questionCount ?? 0} public questions${leftOut > 0 ? `, ${leftOut} issues in the log` : ''}`;
    return { ready: true, detail };
  }

  private publicDirectory(): string | null {
    const { publicBank } = this.settings;
    return publicBank === null ? null : resolve(publicBank);
  }
}
