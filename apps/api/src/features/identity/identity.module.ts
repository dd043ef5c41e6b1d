import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module';
import { Erasure } from './erasure';
import { Guesses } from './guesses';
import { IdentityResolver } from './identity.resolver';
import { IdentityService } from './identity.service';
import { KnownDevices } from './known-devices';
import { ViewerResolver } from './viewer.resolver';

@Module({
  imports: [OrganizationModule],
  providers: [Erasure, Guesses, KnownDevices, IdentityService, IdentityResolver, ViewerResolver],
})
export class IdentityModule {}
