import type { MemberRole } from '../generated/operations';
import type { Messages } from '../messages/en';

type Page = {
  /** Relative to the organization's address. */
  readonly to: string;
  readonly name: (words: Messages['organization']['pages']) => string;
  /** Who may open it; `member` is every member. */
  readonly roles: 'member' | readonly MemberRole[];
};

/** The rail: pages of an organization in their order. A page is listed once it exists. */
export const RAIL: readonly Page[] = [
  { to: '', name: (words) => words.today, roles: 'member' },
  { to: 'assessments', name: (words) => words.assessments, roles: ['ADMIN', 'MANAGER', 'RECRUITER', 'AUTHOR'] },
  { to: 'marking', name: (words) => words.marking, roles: ['REVIEWER'] },
  { to: 'settings', name: (words) => words.settings, roles: 'member' },
];

/** The pages below Settings. */
export const SETTINGS: readonly Page[] = [
  { to: 'settings/organization', name: (words) => words.organization, roles: ['ADMIN'] },
  { to: 'settings/members', name: (words) => words.members, roles: ['ADMIN'] },
  { to: 'settings/audit', name: (words) => words.audit, roles: ['ADMIN'] },
  { to: 'settings/membership', name: (words) => words.membership, roles: 'member' },
  { to: 'settings/sign-in', name: (words) => words.signIn, roles: ['ADMIN'] },
  { to: 'settings/retention', name: (words) => words.retention, roles: ['ADMIN'] },
  { to: 'settings/tokens', name: (words) => words.tokens, roles: ['ADMIN', 'MANAGER', 'AUTHOR'] },
];

/** Those of the pages that a member with these roles may open. */
export const pagesFor = (pages: readonly Page[], viewerRoles: readonly MemberRole[]): readonly Page[] =>
  pages.filter(({ roles }) => roles === 'member' || roles.some((role) => viewerRoles.includes(role)));
