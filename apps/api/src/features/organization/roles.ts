import type { MemberRole } from '@holdout/persistence';
import type { MemberRole as ShownRole } from '../../generated/resolvers';

/** Roles as the contract spells them. */
export const shownRoles = (roles: readonly MemberRole[]): ShownRole[] =>
  roles.map((role) => role.toUpperCase() as Uppercase<MemberRole>);
