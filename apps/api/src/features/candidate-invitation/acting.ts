import type { OrganizationId } from '@holdout/persistence';
import type { Actor } from '../../access/acts';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { organizationOfAssessment } from '../../access/organization-of-assessment';
import { notFound } from '../../platform/app-error';

/** The sender as a member of the organization that owns the assessment. */
export async function actorOfAssessment(ctx: Ctx, assessmentId: string): Promise<Actor> {
  const organization = await organizationOfAssessment(assessmentId, ctx);
  if (organization === null || !('id' in organization)) throw notFound();
  return { organizationId: organization.id as OrganizationId, accountId: accountOf(ctx).accountId };
}

/** The sender as a member of the organization that the input names. */
export async function actorIn(ctx: Ctx, slug: string): Promise<Actor> {
  const { id } = await getMembership(ctx, { slug });
  return { organizationId: id, accountId: accountOf(ctx).accountId };
}
