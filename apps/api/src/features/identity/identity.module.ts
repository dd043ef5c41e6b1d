import { AccountLinkRepository, type Clock, Database } from '@holdout/persistence';
import { Inject, Module } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { OrganizationModule } from '../organization/organization.module';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { AccountResolver } from './account.resolver';
import { CredentialsModule } from './credentials.module';
import { DataDeletion } from './data-deletion';
import { Erasure } from './erasure';
import { GuestRetention } from './guest-retention';
import { IdentityResolver } from './identity.resolver';
import { IdentityService } from './identity.service';
import { AccountLinkUrls } from './links/account-link-urls';
import { AccountLinks } from './links/account-links';
import { LinkMails } from './links/link-mails';
import { SignUps } from './links/sign-ups';
import { Passwords } from './passwords.service';
import { Profiles } from './profile.service';
import { Registrations } from './registrations';
import { SessionsResolver } from './sessions.resolver';
import { ViewerResolver } from './viewer.resolver';

@Module({
  imports: [OrganizationModule, CredentialsModule, SecondFactorModule],
  providers: [
    AccountLinks,
    AccountLinkUrls,
    AccountResolver,
    DataDeletion,
    Erasure,
    GuestRetention,
    IdentityService,
    IdentityResolver,
    LinkMails,
    Passwords,
    Profiles,
    Registrations,
    SessionsResolver,
    SignUps,
    ViewerResolver,
  ],
})
export class IdentityModule {
  constructor(jobs: BackgroundJobs, retention: GuestRetention, db: Database, @Inject(CLOCK) clock: Clock) {
    const deleteLinks = (): Promise<void> => db.repo(AccountLinkRepository).deleteExpired(clock.now());
    jobs.add({ name: 'deleteExpiredAccountLinks', cron: '37 * * * *', run: deleteLinks });
    jobs.add({ name: 'eraseDueGuests', cron: '47 * * * *', run: () => retention.eraseDue() });
  }
}
