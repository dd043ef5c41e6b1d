import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OwnOrganization } from '@holdout/persistence';
import { accountOf, type Ctx } from '../../access/context';
import { forgetMemberships, getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  changeOrganizationSuccess,
  foundingRefusedProblem,
  foundOrganizationSuccess,
  invalidInputProblem,
  slugTakenProblem,
} from '../../generated/outcomes';
import type {
  MutationChangeOrganizationArgs,
  MutationFoundOrganizationArgs,
  MutationResolvers,
  OrganizationResolvers,
  QueryResolvers,
} from '../../generated/resolvers';
import { actorIn } from './acting';
import { Founding } from './founding.service';
import { OrganizationSettingsService } from './organization-settings.service';

@Resolver()
export class FoundingResolver
  implements Pick<MutationResolvers, 'foundOrganization'>, Pick<QueryResolvers, 'foundingRefusal'>
{
  constructor(private readonly founding: Founding) {}

  @Needs('account')
  @Mutation()
  async foundOrganization(_: unknown, { input }: MutationFoundOrganizationArgs, ctx: Ctx) {
    const outcome = await this.founding.found(input, accountOf(ctx));
    switch (outcome.kind) {
      case 'invalid':
        return invalidInputProblem(outcome);
      case 'taken':
        return slugTakenProblem(outcome);
      case 'refused':
        return foundingRefusedProblem(outcome);
      case 'founded':
        forgetMemberships(ctx);
        return foundOrganizationSuccess({ organization: await getMembership(ctx, { id: outcome.organizationId }) });
    }
  }

  @Needs('account')
  @Query()
  foundingRefusal(_: unknown, _args: unknown, ctx: Ctx) {
    return this.founding.refusalOf(accountOf(ctx));
  }
}

@Resolver('Organization')
export class OrganizationSettingsResolver
  implements
    Pick<MutationResolvers, 'changeOrganization'>,
    Pick<OrganizationResolvers, 'contactEmail' | 'timeZone' | 'dateLocale'>
{
  constructor(private readonly settings: OrganizationSettingsService) {}

  @Needs('admin')
  @Mutation()
  async changeOrganization(_: unknown, { input }: MutationChangeOrganizationArgs, ctx: Ctx) {
    const actor = await actorIn(ctx, input);
    const outcome = await this.settings.change(actor, input);
    if (outcome.kind === 'invalid') return invalidInputProblem(outcome);
    if (outcome.kind === 'taken') return slugTakenProblem(outcome);
    forgetMemberships(ctx);
    return changeOrganizationSuccess({ organization: await getMembership(ctx, { id: actor.organizationId }) });
  }

  @ResolveField()
  async contactEmail({ id }: OwnOrganization) {
    return (await this.settings.read(id)).contactEmail;
  }

  @ResolveField()
  async timeZone({ id }: OwnOrganization) {
    return (await this.settings.read(id)).timeZone;
  }

  @ResolveField()
  async dateLocale({ id }: OwnOrganization) {
    return (await this.settings.read(id)).dateLocale;
  }
}
