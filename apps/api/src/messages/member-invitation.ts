import type { MemberRole } from '@holdout/persistence';
import { say } from './isolate';

const ROLES: Readonly<Record<MemberRole, string>> = {
  author: 'author',
  manager: 'manager',
  reviewer: 'reviewer',
  recruiter: 'recruiter',
  admin: 'administrator',
};

const listed = (roles: readonly MemberRole[]): string =>
  new Intl.ListFormat('en').format(roles.map((role) => ROLES[role]));

export const MEMBER_INVITATION_WORDS = {
  subject: (organization: string) => say`Invitation to ${organization}`,
  heading: (organization: string) => say`Join ${organization}`,
  who: (inviter: string | null, organization: string, roles: readonly MemberRole[]) =>
    inviter === null
      ? say`You are invited to join ${organization} on Holdout as ${listed(roles)}.`
      : say`${inviter} invites you to join ${organization} on Holdout as ${listed(roles)}.`,
  act: 'Open the invitation',
  until: (email: string, until: string) => say`The link works for ${email} alone, once, until ${until}.`,
} as const;
