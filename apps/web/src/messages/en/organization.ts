export const organization = {
  navigation: (name: string) => `Pages of ${name}`,
  menu: 'Menu',
  breadcrumb: 'Breadcrumb',
  switchFrom: (name: string) => `${name}. Other organizations`,
  toPractice: 'Practise',
  settingsPages: 'Settings',
  pages: {
    today: 'Today',
    assessments: 'Assessments',
    marking: 'Marking',
    settings: 'Settings',
    organization: 'Organization',
    members: 'Members',
    retention: 'Retention',
    audit: 'Audit',
    membership: 'Your membership',
    signIn: 'Sign-in',
    tokens: 'API tokens',
  },
};

export const today = {
  title: 'Today',
  nothing: 'Nothing waits for you',
  nothingDetail: 'What needs you in this organization appears here.',
  invite: 'Invite people',
  practise: 'Practise in the meantime',
};
