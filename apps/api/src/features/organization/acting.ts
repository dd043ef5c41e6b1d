import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import type { ActingMember } from './members.service';

/** The sender as a member of the organization that the input names. */
export async function actorIn(ctx: Ctx, input: { readonly slug: string }): Promise<ActingMember> {
  const { id } = await getMembership(ctx, { slug: input.slug });
  return { organizationId: id, accountId: accountOf(ctx).accountId, sessionId: ctx.sessionId };
}
