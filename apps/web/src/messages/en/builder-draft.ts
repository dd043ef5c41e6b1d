import { counted } from './counted';

const listed = (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat('en', { type }).format(items);

export const search = {
  title: 'Question search',
  text: 'Search',
  textHint: 'Words of title, skill or question',
  skill: 'Skill',
  kind: 'Kind',
  level: 'Level',
  any: 'Any',
  addTo: 'Add to',
  newSection: 'A new section',
  found: (n: number) => counted(n, 'question'),
  none: 'No question matches. Drop a filter or use fewer words.',
  failed: 'The search did not answer.',
  retry: 'Try again',
  more: (n: number) => `Load ${n} more`,
  add: 'Add',
  addOne: (title: string) => `Add: ${title}`,
  added: (title: string, section: string) => `${title}, added to ${section}`,
  isIn: 'In the draft',
  answerIsPublic: 'Answer is public',
  preview: (title: string) => `Preview: ${title}`,
  addPool: 'Add a pool with these filters',
  poolAdded: (section: string) => `Pool added to ${section}`,
};

export const preview = {
  title: 'Question preview',
  asCandidate: 'As a candidate sees it, with its key',
  preparing: 'Variants of this question are being generated. Open the preview again in a minute.',
  add: 'Add to the draft',
  languages: (names: readonly string[]) => `Answered in ${listed(names, 'disjunction')}`,
};

export const draft = {
  title: 'Draft',
  empty: 'No sections yet',
  emptyHow:
    'A section is a part of the assessment. It holds fixed questions, and pools that draw questions for each person.',
  addSection: 'Add a section',
  sectionAdded: (n: number) => `Section ${n} added`,
  newTitle: (n: number) => `Section ${n}`,
  section: (n: number, title: string) => (title.trim() === '' ? `Section ${n}` : title),
  titleLabel: 'Title',
  titleOf: (n: number) => `Title of section ${n}`,
  minutes: 'Own time limit (min)',
  minutesHint: 'Empty: none. Its clock starts when the candidate enters the section, beside that of the whole.',
  sectionUp: (title: string) => `Move section up: ${title}`,
  sectionDown: (title: string) => `Move section down: ${title}`,
  removeSection: (title: string) => `Remove section: ${title}`,
  sectionMoved: (title: string, place: number, of: number) => `${title}, moved to ${place} of ${of}`,
  sectionRemoved: (title: string, n: number) =>
    n === 0 ? `${title} removed` : `${title} removed, with ${counted(n, 'entry')}`,
  facts: (questions: number, median: number) => `${counted(questions, 'question')} · about ${Math.round(median)} min`,
  addPool: 'Add a pool',
  addPoolTo: (title: string) => `Add a pool to ${title}`,
  noEntries: 'Nothing here yet. Add questions from the search, or a pool.',
  moved: (name: string, section: string, place: number, of: number) =>
    `${name}, moved to ${place} of ${of} in ${section}`,
  isFirst: (name: string) => `${name} is the first`,
  isLast: (name: string) => `${name} is the last`,
  up: (name: string) => `Move up: ${name}`,
  down: (name: string) => `Move down: ${name}`,
  remove: 'Remove',
  removeOne: (name: string) => `Remove: ${name}`,
  removed: (name: string) => `${name} removed`,
  edit: 'Edit',
  show: 'Show',
  showOne: (name: string) => `Show: ${name}`,
  editOne: (name: string) => `Edit: ${name}`,
  weight: 'Weight',
  weightHint: 'What full marks count, relative to the other questions',
  weighs: (weight: number) => `weight ${weight}`,
  gone: (id: string) => `${id} (not in the bank)`,
  previewOne: (name: string) => `Preview: ${name}`,
  preview: 'Preview',
  minutesOf: (n: number) => `${n} min`,
  level: (n: number) => `level ${n}`,
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Undone',
  redone: 'Redone',
  publish: 'Review and publish',
  mayNotPublish: 'A manager or an administrator can publish it.',
  history: 'History',
  archived: 'This assessment is in the archive, so it cannot be changed. A manager can take it out of the archive.',
};

export const pool = {
  sentence: (rule: {
    readonly draw: number;
    readonly levels: readonly number[];
    readonly kinds: readonly string[];
    readonly skills: readonly string[];
    readonly unseenOnly: boolean;
  }) =>
    [
      `${rule.draw} of`,
      rule.kinds.length === 0
        ? 'any kind'
        : listed(
            rule.kinds.map((kind) => kind.toLowerCase()),
            'disjunction',
          ),
      ...(rule.levels.length === 0 ? [] : [`at level ${listed(rule.levels.map(String), 'disjunction')}`]),
      ...(rule.skills.length === 0 ? [] : [`from ${listed(rule.skills, 'disjunction')}`]),
    ].join(' ') + (rule.unseenOnly ? ', not seen by this person before' : ''),
  name: 'Pool',
  finds: (n: number) => `finds ${n} now`,
  show: (n: number) => `Show the ${counted(n, 'question')}`,
  hide: 'Hide the questions',
  draw: 'Questions drawn',
  skills: 'Skills',
  anySkill: 'Any skill',
  kinds: 'Kinds',
  kindsHint: 'None chosen: any kind',
  levels: 'Levels',
  levelsHint: 'None chosen: any level',
  unseenOnly: 'Only questions that this person has not been given here before',
  unseenHint: 'If there are too few, seen ones are drawn as well.',
  exclude: 'Leave out',
  excludeOne: (title: string) => `Leave out: ${title}`,
  include: 'Put back',
  includeOne: (title: string) => `Put back: ${title}`,
  excluded: (n: number) => `Left out: ${n}`,
  excludedNow: (title: string) => `${title} is left out`,
  includedNow: (title: string) => `${title} can be drawn again`,
  more: (n: number) => `and ${n} more. Narrow the rule to see them.`,
};
