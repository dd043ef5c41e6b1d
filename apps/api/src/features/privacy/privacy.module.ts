import { Module } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { Downloads } from '../../platform/http/downloads';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { TakingModule } from '../taking/taking.module';
import { CandidateExport } from './candidate-export';
import { PrivacyResolver } from './privacy.resolver';
import { RetentionRuns } from './retention-runs';

/** What an organization keeps of candidates: retention, export and erasure (ADR 0044). */
@Module({ imports: [TakingModule], providers: [PrivacyResolver, RetentionRuns, CandidateExport] })
export class PrivacyModule {
  constructor(jobs: BackgroundJobs, runs: RetentionRuns, downloads: Downloads, candidates: CandidateExport) {
    jobs.add({ name: 'applyRetention', cron: '37 2 * * *', run: () => runs.runAll() });
    const json = { name: 'candidate-data.json', type: 'application/json' } as const;
    downloads.add({ ...json, open: (query, context) => candidates.json(query, context as Ctx) });
    const zip = { name: 'candidate-files.zip', type: 'application/zip' } as const;
    downloads.add({ ...zip, open: (query, context) => candidates.zip(query, context as Ctx) });
  }
}
