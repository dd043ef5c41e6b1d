import {
  type AccountId,
  type MemberPlace,
  type MemberProfile,
  MEMBER_ROLES,
  type MemberRole,
} from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { forgetMemberships, getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  changeMemberRolesSuccess,
  invalidInputProblem,
  lastAdministratorProblem,
  leaveOrganizationSuccess,
  removeMemberSuccess,
} from '../../generated/outcomes';
import type {
  MemberResolvers,
  MemberRole as ShownRole,
  MutationChangeMemberRolesArgs,
  MutationLeaveOrganizationArgs,
  MutationRemoveMemberArgs,
  MutationResolvers,
  QueryMembersArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { AppError, notFound } from '../../platform/app-error';
import { idOrNotFound } from '../attempt/ids';
import { VIEWER } from '../identity/viewer.resolver';
import { actorIn } from './acting';
import { Members } from './members.service';
import { shownRoles } from './organization.resolver';

const MOST_FIRST = 100;

/** Roles of the schema's enum as stored ones, each once. */
export const storedRoles = (roles: readonly ShownRole[]): readonly MemberRole[] =>
  MEMBER_ROLES.filter((role) => roles.includes(role.toUpperCase() as Uppercase<MemberRole>));

@Resolver('Member')
export class MemberResolver
  implements
    Pick<QueryResolvers, 'members'>,
    Pick<MutationResolvers, 'changeMemberRoles' | 'removeMember' | 'leaveOrganization'>,
    Pick<MemberResolvers, 'id' | 'roles' | 'isViewer'>
{
  constructor(private readonly memberList: Members) {}

  @Needs('admin')
  @Query()
  async members(_: unknown, { slug, search, first, after }: QueryMembersArgs, ctx: Ctx) {
    if (first < 1 || first > MOST_FIRST) throw new AppError('BAD_INPUT', `first is from 1 to ${MOST_FIRST}.`);
    const { id } = await getMembership(ctx, { slug });
    const page = { search: search ?? '', after: after ? placeOf(after) : null, first: first + 1 };
    const rows = await this.memberList.list(id, page);
    const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin')
  @Mutation()
  async changeMemberRoles(_: unknown, { input }: MutationChangeMemberRolesArgs, ctx: Ctx) {
    if (input.roles.length === 0) {
      return invalidInputProblem({ issues: [{ field: 'roles', code: 'MISSING', limit: null }] });
    }
    const actor = await actorIn(ctx, input);
    const accountId = idOrNotFound(input.memberId) as AccountId;
    const outcome = await this.memberList.setRoles(actor, accountId, storedRoles(input.roles));
    if (outcome.kind === 'lastAdministrator') return lastAdministratorProblem();
    forgetMemberships(ctx);
    return changeMemberRolesSuccess({ member: await this.memberList.get(actor.organizationId, accountId) });
  }

  @Needs('admin')
  @Mutation()
  async removeMember(_: unknown, { input }: MutationRemoveMemberArgs, ctx: Ctx) {
    const accountId = idOrNotFound(input.memberId) as AccountId;
    const outcome = await this.memberList.setRoles(await actorIn(ctx, input), accountId, []);
    if (outcome.kind === 'lastAdministrator') return lastAdministratorProblem();
    forgetMemberships(ctx);
    return removeMemberSuccess({ memberId: accountId });
  }

  @Needs('member')
  @Mutation()
  async leaveOrganization(_: unknown, { input }: MutationLeaveOrganizationArgs, ctx: Ctx) {
    const actor = await actorIn(ctx, input);
    const outcome = await this.memberList.setRoles(actor, accountOf(ctx).accountId, []);
    if (outcome.kind === 'lastAdministrator') return lastAdministratorProblem();
    forgetMemberships(ctx);
    return leaveOrganizationSuccess({ viewer: VIEWER });
  }

  @ResolveField()
  id({ accountId }: MemberProfile) {
    return accountId;
  }

  @ResolveField()
  roles({ roles }: MemberProfile) {
    return shownRoles(roles);
  }

  @ResolveField()
  isViewer({ accountId }: MemberProfile, _args: unknown, ctx: Ctx): boolean {
    return ctx.subject?.accountId === accountId;
  }
}

const cursorOf = ({ accountId, displayName }: MemberPlace): string => `${accountId} ${displayName}`;

function placeOf(cursor: string): MemberPlace {
  const at = cursor.indexOf(' ');
  if (at < 0) throw notFound();
  return { accountId: idOrNotFound(cursor.slice(0, at)) as AccountId, displayName: cursor.slice(at + 1) };
}
