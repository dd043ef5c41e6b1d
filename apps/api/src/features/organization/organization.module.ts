import { Module } from '@nestjs/common';
import { InvitationResolver } from './invitation.resolver';
import { InvitationService } from './invitation.service';
import { MembershipResolver, OrganizationResolver } from './organization.resolver';

@Module({
  providers: [InvitationService, InvitationResolver, MembershipResolver, OrganizationResolver],
  exports: [InvitationService],
})
export class OrganizationModule {}
