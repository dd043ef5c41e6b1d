import type { Settings } from '@holdout/settings';
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { LanguageRuntime, QueryResolvers } from '../../generated/resolvers';
import { SETTINGS } from '../../platform/app-options';
import { Needs } from '../../access/needs';
import { languageView, RUNTIMES } from '../question-bank/languages';
import { documentationOf } from './documentation';
import { GradingStatus, type RuntimeStatus } from './grading-status';

/** What is known of it here; the other fields have resolvers of their own. */
export type InstallationRow = { readonly isLocal: boolean; readonly runtimes: LanguageRuntime[] };

@Resolver()
export class InstallationResolver implements Pick<QueryResolvers, 'installation'> {
  constructor(
    private readonly grading: GradingStatus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Needs('anyone')
  @Query()
  async installation(): Promise<InstallationRow> {
    const runtimes = (await this.grading.runtimes()).map(runtimeView);
    return { isLocal: this.settings.localMode, runtimes };
  }
}

function runtimeView({ runtime, report, reason }: RuntimeStatus): LanguageRuntime {
  return {
    runtime,
    language: languageView(RUNTIMES[runtime].language),
    isUsable: reason === null,
    reason,
    missing: missingIn({ report, reason }),
    versions: Object.entries(report?.versions ?? {}).map(([name, version]) => ({
      name,
      version,
      documentationUrl: documentationOf(name, version),
    })),
  };
}

function missingIn({ report, reason }: Pick<RuntimeStatus, 'report' | 'reason'>): string[] {
  if (reason === 'SWITCHED_OFF') return ['HOLDOUT_LANGUAGES does not list this language'];
  return report === null ? ['no running grader offers this language'] : [...report.missing];
}
