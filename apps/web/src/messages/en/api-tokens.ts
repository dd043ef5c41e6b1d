import { counted } from './counted';

export const apiTokens = {
  title: 'API tokens',
  why: 'A script that sends a token acts as the member who made it, in this organization only, with the roles that the member has at that time.',
  docs: 'docs/api.md describes the requests.',
  make: {
    title: 'Make a token',
    name: 'Name',
    nameHint: 'What it is for, for example “Nightly export”.',
    scopes: 'May',
    days: 'Expires after',
    act: 'Make the token',
    tooMany: (limit: number) =>
      `You have ${limit} tokens here, which is the most. Revoke one that is not used any more.`,
  },
  scopes: {
    READ: 'Read',
    INVITE: 'Invite',
    BUILD: 'Build',
    MANAGE: 'Manage',
  },
  scopeHints: {
    READ: 'Everything that you may see in the organization.',
    INVITE: 'Invite people, and change their invitations.',
    BUILD: 'Change and publish assessments.',
    MANAGE: 'Change members and settings.',
  },
  days: (days: number) => counted(days, 'day'),
  made: {
    title: 'Your new token',
    detail: 'Copy it now. It is not shown again.',
    label: 'Token',
    copy: 'Copy',
    copied: 'Copied',
    done: 'Done',
  },
  list: {
    title: 'Tokens',
    name: 'Name',
    may: 'May',
    by: 'Made by',
    erased: 'A former member',
    used: 'Last used',
    never: 'Never',
    expires: 'Expires',
    expired: (when: string) => `Expired ${when}`,
    revoke: 'Revoke',
    revokeNamed: (name: string) => `Revoke ${name}`,
    revoked: (name: string) => `${name} is revoked. Scripts that send it are refused.`,
    none: 'No token yet',
    noneDetail: 'A token that you make appears here, with its last use.',
  },
};
