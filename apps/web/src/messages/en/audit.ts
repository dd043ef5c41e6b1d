/** Names of acts; an act without one is shown as it is stored. */
const acts: Readonly<Record<string, string>> = {
  'organization.founded': 'Organization created',
  'organization.changed': 'Settings changed',
  'invitation.made': 'Invitation made',
  'invitation.resent': 'Invitation sent again',
  'invitation.withdrawn': 'Invitation withdrawn',
  'invitation.accepted': 'Invitation accepted',
  'member.joined': 'Member joined',
  'member.rolesChanged': 'Roles changed',
  'member.removed': 'Member removed',
  'member.left': 'Member left',
  'token.created': 'API token created',
  'token.revoked': 'API token revoked',
};

const details: Readonly<Record<string, string>> = {
  before: 'before',
  fields: 'fields',
  roles: 'roles',
  scopes: 'scopes',
  slug: 'short name',
};

export const audit = {
  title: 'Audit',
  what: 'Who did what, and when. Entries are never changed. Names are those of now; a person whose data has been deleted is shown as a former member.',
  filter: 'Filter',
  act: 'What',
  who: 'Who',
  object: 'On whom or what',
  detail: 'Detail',
  when: 'When',
  from: 'From',
  until: 'Until',
  anyone: 'Anyone',
  anything: 'Anything',
  operator: 'The operator',
  former: 'A former member',
  none: 'Nothing matches this filter.',
  more: (n: number) => `Load ${n} more`,
  csv: 'Download CSV',
  json: 'Download JSON',
  acts,
  details,
};
