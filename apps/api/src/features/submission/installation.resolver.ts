import type { Language } from '@holdout/bank';
import type { ProfileReport } from '@holdout/sandbox';
import type { Settings } from '@holdout/settings';
import { Inject, UseGuards } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { LanguageRuntime, QueryResolvers } from '../../generated/resolvers';
import { SETTINGS } from '../../platform/app-options';
import { Anyone } from '../../platform/guards';
import { documentationOf } from './documentation';
import { GradingStatus } from './grading-status';

@Resolver()
export class InstallationResolver implements Pick<QueryResolvers, 'installation'> {
  constructor(
    private readonly grading: GradingStatus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @UseGuards(Anyone)
  @Query()
  async installation() {
    const reports = [...(await this.grading.reports())];
    const languages = reports.map(([language, report]) => runtimeOf(language, report));
    return { isLocal: this.settings.localMode, languages };
  }
}

function runtimeOf(language: Language, report: ProfileReport | null): LanguageRuntime {
  return {
    language: language === 'sql' ? 'SQL' : 'PYTHON',
    isUsable: report?.usable ?? false,
    missing: report === null ? ['no grader is running'] : [...report.missing],
    versions: Object.entries(report?.versions ?? {}).map(([name, version]) => ({
      name,
      version,
      documentationUrl: documentationOf(name, version),
    })),
  };
}
