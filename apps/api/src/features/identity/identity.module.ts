import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { OrganizationModule } from '../organization/organization.module';
import { Credentials } from './credentials';
import { DataDeletion } from './data-deletion';
import { Erasure } from './erasure';
import { Guesses } from './guesses';
import { GuestRetention } from './guest-retention';
import { IdentityResolver } from './identity.resolver';
import { IdentityService } from './identity.service';
import { KnownDevices } from './known-devices';
import { SessionsResolver } from './sessions.resolver';
import { ViewerResolver } from './viewer.resolver';

@Module({
  imports: [OrganizationModule],
  providers: [
    Credentials,
    DataDeletion,
    Erasure,
    GuestRetention,
    Guesses,
    KnownDevices,
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
