import { Module } from '@nestjs/common';
import { BackgroundJobs } from '../../platform/jobs/background-jobs';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { Arrivals } from './arrivals';
import { Domains } from './domains';
import { Join } from './join';
import { ProviderClient } from './provider-client';
import { Providers } from './providers';
import { SignInSettings } from './sign-in-settings';
import {
  IdentityProviderResolver,
  OrganizationDomainResolver,
  OrganizationSignInResolver,
  SignInSettingsResolver,
} from './sign-in-settings.resolver';
import { SingleSignOn } from './single-sign-on';
import { SingleSignOnReturn } from './single-sign-on-return';
import { SingleSignOnResolver } from './single-sign-on.resolver';
import { TxtRecords } from './txt-records';

/** Signing in through the identity providers of organizations, and the domains that they have proven. */
@Module({
  imports: [SecondFactorModule],
  providers: [
    Arrivals,
    Domains,
    IdentityProviderResolver,
    Join,
    OrganizationDomainResolver,
    OrganizationSignInResolver,
    ProviderClient,
    Providers,
    SignInSettings,
    SignInSettingsResolver,
    SingleSignOn,
    SingleSignOnResolver,
    SingleSignOnReturn,
    TxtRecords,
  ],
})
export class SingleSignOnModule {
  constructor(jobs: BackgroundJobs, domains: Domains) {
    jobs.add({ name: 'checkDomains', cron: '7 4 * * *', run: () => domains.checkAll() });
  }
}
