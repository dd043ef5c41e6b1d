import type { OwnOrganization } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OrganizationResolvers, QueryOrganizationArgs, QueryResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import { shownRoles } from './roles';

@Resolver('Organization')
export class OrganizationResolver
  implements Pick<QueryResolvers, 'organization'>, Pick<OrganizationResolvers, 'viewerRoles'>
{
  @Needs('member')
  @Query()
  organization(_: unknown, { slug }: QueryOrganizationArgs, ctx: Ctx): Promise<OwnOrganization> {
    return getMembership(ctx, { slug });
  }

  @ResolveField()
  viewerRoles(organization: OwnOrganization) {
    return shownRoles(organization.roles);
  }
}
