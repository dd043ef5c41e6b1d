import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { OrganizationModule } from '../organization/organization.module';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { CredentialsModule } from './credentials.module';
import { DataDeletion } from './data-deletion';
import { Erasure } from './erasure';
import { GuestRetention } from './guest-retention';
import { IdentityResolver } from './identity.resolver';
import { IdentityService } from './identity.service';
import { SessionsResolver } from './sessions.resolver';
import { ViewerResolver } from './viewer.resolver';

@Module({
  imports: [OrganizationModule, CredentialsModule, SecondFactorModule],
  providers: [
    DataDeletion,
    Erasure,
    GuestRetention,
    IdentityService,
    IdentityResolver,
    SessionsResolver,
    ViewerResolver,
  ],
})
export class IdentityModule {
  constructor(jobs: BackgroundJobs, retention: GuestRetention) {
    jobs.add({ name: 'eraseDueGuests', cron: '47 * * * *', run: () => retention.eraseDue() });
  }
}
