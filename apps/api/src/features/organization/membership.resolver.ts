import type { OwnOrganization } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { MembershipResolvers } from '../../generated/resolvers';
import { shownRoles } from './roles';

/** The viewer's membership is the organization as the viewer sees it. */
@Resolver('Membership')
export class MembershipResolver implements Pick<MembershipResolvers, 'organization' | 'roles'> {
  @ResolveField()
  organization(own: OwnOrganization): OwnOrganization {
    return own;
  }

  @ResolveField()
  roles(own: OwnOrganization) {
    return shownRoles(own.roles);
  }
}
