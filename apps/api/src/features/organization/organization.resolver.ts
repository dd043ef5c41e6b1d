import type { MemberRole, OwnOrganization } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  MemberRole as ShownRole,
  MembershipResolvers,
  OrganizationResolvers,
  QueryOrganizationArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';

/** Roles as values of the schema's enum. */
export const shownRoles = (roles: readonly MemberRole[]): ShownRole[] =>
  roles.map((role) => role.toUpperCase() as Uppercase<MemberRole>);

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

/** A membership has the same row as its organization: both hold the viewer's roles. */
@Resolver('Membership')
export class MembershipResolver implements Pick<MembershipResolvers, 'organization' | 'roles' | 'lacks'> {
  @ResolveField()
  organization(own: OwnOrganization): OwnOrganization {
    return own;
  }

  @ResolveField()
  roles(own: OwnOrganization) {
    return shownRoles(own.roles);
  }

  @ResolveField()
  lacks({ lacks }: OwnOrganization) {
    return lacks && (lacks.toUpperCase() as Uppercase<typeof lacks>);
  }
}
