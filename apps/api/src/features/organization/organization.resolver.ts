import { Database, OrganizationRepository, type OwnOrganization } from '@holdout/persistence';
import { UseGuards } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OrganizationResolvers, QueryOrganizationArgs, QueryResolvers } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { accountOf, type Ctx } from '../../access/context';
import { AccountOnly } from '../../platform/access/guards';
import { shownRoles } from './roles';

@Resolver('Organization')
export class OrganizationResolver
  implements Pick<QueryResolvers, 'organization'>, Pick<OrganizationResolvers, 'viewerRoles'>
{
  constructor(private readonly db: Database) {}

  @UseGuards(AccountOnly)
  @Query()
  async organization(_: unknown, { slug }: QueryOrganizationArgs, ctx: Ctx): Promise<OwnOrganization> {
    const organization = await this.db.repo(OrganizationRepository).findOwn(slug, accountOf(ctx).accountId);
    if (!organization) throw notFound();
    return organization;
  }

  @ResolveField()
  viewerRoles(organization: OwnOrganization) {
    return shownRoles(organization.roles);
  }
}
