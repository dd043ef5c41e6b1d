import { counted } from './counted';

const list = {
  none: 'No assessment yet',
  noneDetail:
    'An assessment draws questions for each candidate, who has a time limit. You invite people once it is published.',
  noneToFollow: 'Managers and authors build assessments. Once one is published, its invitations are here.',
  noneFound: (text: string) => `No title has words that begin with "${text}"`,
  showAll: 'Show all assessments',
  archiveEmpty: 'The archive is empty',
  archiveEmptyDetail: 'Assessments that you archive are kept here, with their invitations and attempts.',
  search: 'Find an assessment',
  inArchive: 'In the archive',
  own: 'Only mine',
  ownHint: 'Those that you created, or whose draft you have changed.',
  noneOwn: 'You have not created or changed an assessment here',
  found: (n: number) => counted(n, 'assessment'),
  more: (n: number) => `Load ${n} more`,
  columns: {
    title: 'Assessment',
    version: 'Version',
    invited: 'Invited',
    started: 'Started',
    submitted: 'Submitted',
    acts: 'Acts',
  },
  neverPublished: 'Not published yet',
  unpublishedChanges: 'Unpublished changes',
  versionReady: (n: number) => `Version ${n} ready`,
  versionPreparing: (n: number) => `Version ${n} is being prepared`,
  versionFailed: (n: number) => `Version ${n} could not be prepared`,
  changed: (when: string, who: string | null) => (who === null ? `Changed on ${when}` : `Changed on ${when} by ${who}`),
  of: (act: string, title: string) => `${act}: ${title}`,
  duplicate: 'Duplicate',
  copyOf: (title: string) => `Copy of ${title}`,
  notCopied: 'It was not copied: the title of the copy is refused. Rename this one first.',
  archive: 'Archive',
  takeOut: 'Take out of the archive',
  archived: (title: string) => `${title} is in the archive. Invitations and attempts go on.`,
  takenOut: (title: string) => `${title} is out of the archive.`,
};

const layout = {
  navigation: 'Pages of the assessment',
  pages: { build: 'Build', publish: 'Publish', preview: 'Preview', invitations: 'Invitations', live: 'Live' },
  archived: 'In the archive',
  rename: 'Rename',
  title: 'Title',
  titleHow: '1 to 200 characters. Candidates see it.',
  save: 'Save',
  cancel: 'Cancel',
  renamed: 'Renamed',
};

const create = {
  title: 'New assessment',
  waysLabel: 'Ways to start',
  ways: { role: 'For a role', template: 'From a template', empty: 'Empty' },
  propose: 'Propose one for a role',
  orTemplate: 'Or start from a template:',
  name: 'Title',
  nameHow: 'Candidates see it. You can change it later.',
  create: 'Create and open the builder',
  titleFor: (role: string, level: string) => `${role}, ${level.toLowerCase()}`,
  skills: 'What it measures',
  skillsOfRole: 'The skills of the role and level. You can change them.',
  skillsChosen: 'The skills that you chose.',
  shareOf: (name: string) => `Share of ${name}`,
  shares: { 1: 'a little', 2: 'some', 3: 'much', 4: 'most' },
  remove: 'Remove',
  removeSkill: (name: string) => `Remove ${name}`,
  add: 'Add',
  addSkill: 'Add a skill',
  addSkillHint: 'Such as fraud detection',
  wholeDomain: (domain: string) => `${domain} (all of it)`,
  noSkill: 'No skill has this name. Choose one from the list.',
  backToRole: 'Use the skills of the role',
  minutesBounds: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
  proposal: 'Proposal',
  waitsForMinutes: 'Give the time limit, and the proposal appears here.',
  nothingProposed: 'Nothing fits',
  nothingHow:
    'The bank has no suitable questions for these skills at this level, or the time is too short. Add skills or minutes.',
  templates: 'Templates',
  chooseTemplate: 'Choose a template to see what is in it.',
  templateFacts: (questions: number, minutes: number) => `${counted(questions, 'question')}, ${minutes} min`,
  emptyHow: 'An assessment without questions. You add sections, questions and pools in the builder.',
};

const templates: Readonly<Record<string, { readonly name: string; readonly what: string }>> = {
  'junior-ml-engineer': {
    name: 'Junior ML engineer',
    what: 'Metrics, statistics and model basics in numbers, and two programs.',
  },
  'mid-ml-engineer': {
    name: 'ML engineer, mid-level',
    what: 'Evaluation, statistics, deep learning and operation in numbers, and two programs.',
  },
  'senior-ml-engineer': {
    name: 'Senior ML engineer',
    what: 'Numbers, one program, and a system design that a person marks.',
  },
  'data-scientist': {
    name: 'Data scientist',
    what: 'Statistics and evaluation in numbers, a program on data, and a model on held-out rows.',
  },
  'ml-platform-engineer': {
    name: 'ML platform engineer',
    what: 'Operation in numbers, two programs, and a scenario that a person marks.',
  },
  'analytics-sql': { name: 'Analyst (SQL)', what: 'Statistics in numbers, and two SQL tasks.' },
};

const contents = {
  sections: 'Sections',
  figures: 'Expected figures',
  rules: 'Rules',
  issues: 'Issues',
  coverage: 'Coverage',
  pool: 'Pool',
  fixed: 'Everyone gets it',
  outOf: (draw: number, found: number) => `Draws ${draw} of ${counted(found, 'question')}`,
  section: (questions: number, median: number, limit: number | null) =>
    [
      counted(questions, 'question'),
      `about ${Math.round(median)} min`,
      ...(limit === null ? [] : [`own limit ${limit} min`]),
    ].join(' · '),
  ownLimit: (minutes: number) => `Own limit: ${minutes} min`,
  state: 'State',
  expectedShare: 'Points',
  wantedShare: 'Asked for',
  share: (share: number) => `${Math.round(share * 100)} %`,
  position: 'Position',
  anyLanguage: 'All that a question offers',
};

const publish = {
  next: (n: number) => `Version ${n}`,
  freezes:
    'Publishing freezes what is listed here: the exact questions, the time, the rules and the weights. People who are invited from then on get this version; attempts on earlier ones go on unchanged.',
  act: (n: number) => `Publish version ${n}`,
  mayNot: 'A manager or an administrator can publish it.',
  archived: 'This assessment is in the archive. Take it out of the archive to publish it.',
  errorsFirst: (n: number) => `${counted(n, 'error')} to solve before it can be published`,
  refused: 'Not published: the bank has changed since this page was loaded. What is in the way is listed below.',
  stale: (who: string | null, when: string) =>
    `Not published: ${who ?? 'another person'} saved other changes on ${when}. They are shown now. Look through them, then publish.`,
  unchanged: (n: number) => `Not published: the draft has the same content as version ${n}.`,
  nothingNew: (n: number, when: string) =>
    `The draft has not changed since version ${n} was published. Last saved on ${when}.`,
  toBuilder: 'Change it in the builder',
  latest: (n: number) => `Version ${n}, the latest`,
  ready: (n: number) => `Version ${n} is ready`,
  isReady: 'Ready: people can be invited',
  progress: (done: number, total: number) => `Prepared: ${done} of ${counted(total, 'question')}`,
  progressHow:
    'Hidden test data is generated for this version alone. People can be invited when all of it is there. You can leave this page.',
  failed: (n: number) => `${counted(n, 'question')} could not be prepared`,
  failedHow: 'Nothing is lost. Try again; if it fails again, use other questions and publish the next version.',
  retry: 'Try again',
  invite: 'Invite people',
  versions: 'Published versions',
  versionTitle: (n: number, title: string) => `Version ${n}: ${title}`,
  publishedBy: (when: string, who: string | null) => `Published on ${when} by ${who ?? 'a former member'}`,
  hash: 'SHA-256',
  notReady: 'Not ready',
  show: 'Show contents',
  hide: 'Hide contents',
  showOf: (n: number) => `Show contents of version ${n}`,
  hideOf: (n: number) => `Hide contents of version ${n}`,
};

const preview = {
  what: 'You take it as a candidate does, with the same pages and the same clock. No figure counts it, nobody else sees it, and it is deleted after a day. Code is graded on practice data.',
  of: 'What to preview',
  ofDraft: 'The draft as it is saved now',
  ofVersion: (n: number, when: string) => `Version ${n}, published on ${when}`,
  seed: 'Seed',
  seedHow: 'The same seed draws the same questions. Leave it empty for a random draw.',
  extraTime: 'Extra time',
  extraTimeIs: (percent: number) => (percent === 0 ? 'None' : `${percent} % more`),
  breaks: 'Breaks (min)',
  breaksHow: 'In total, from 0 to 120.',
  start: 'Start the preview',
  notReady: 'These questions are still being prepared. Try again in a minute.',
  notDrawn: 'No questions can be drawn yet:',
  bar: 'Preview: nothing is recorded',
  back: 'Back to the builder',
};

const today = {
  failed: (n: number) => `${counted(n, 'version')} could not be prepared`,
  failedVersion: (n: number) => `Version ${n}: nobody can be invited to it yet`,
  undelivered: (n: number) => `Mail not delivered in ${counted(n, 'assessment')}`,
  mails: (n: number) => counted(n, 'invitation'),
  unpublished: (n: number) => `${counted(n, 'draft')} with unpublished changes`,
  changed: (when: string) => `Changed on ${when}`,
  submitted: (n: number) => `New submissions in ${counted(n, 'assessment')}`,
  lastSubmission: (n: number, when: string) => `${n} submitted in total, the latest on ${when}`,
  others: (n: number) => `And ${n} more`,
};

export const assessments = {
  title: 'Assessments',
  new: create,
  sorting: {
    none: 'Sort from the first to the last',
    ascending: 'Sort from the last to the first',
    descending: 'Back to the usual order',
  },
  ...{ list, layout, templates, contents, publish, preview, today },
};
