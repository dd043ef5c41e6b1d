import type { DraftField, PositionLevel } from '@holdout/assessment';
import { issueTexts } from './builder-issues';
import { counted } from './counted';
import { dates, timeOfDay } from './dates';

const listed = (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat('en', { type }).format(items);
const someone = (who: string | null) => who ?? 'A former member';
const percent = (share: number) => `${Math.round(share * 100)} %`;
const oneDecimal = (value: number) => String(Math.round(value * 10) / 10);

const levels: Readonly<Record<PositionLevel, string>> = { junior: 'Junior', mid: 'Mid', senior: 'Senior' };

const fields: Readonly<Record<DraftField, string>> = {
  role: 'Role',
  level: 'Level of the position',
  minutes: 'Time limit',
  passLine: 'Pass line',
  languages: 'Languages',
  hasCalculator: 'Calculator',
  documentation: 'Documentation',
  introduction: 'Introduction',
  mayGoBack: 'Going back',
  countedSubmission: 'Which code counts',
  afterRelease: 'Shown afterwards',
  skill: 'Skill',
  title: 'Title',
  section: 'Section',
  entry: 'Question or pool',
  place: 'Section',
  order: 'Order',
  questionId: 'Question',
  weight: 'Weight',
  draw: 'Questions drawn',
  skills: 'Skills',
  kinds: 'Kinds',
  levels: 'Levels',
  unseenOnly: 'Not seen before',
  excluded: 'Left out',
};

const search = {
  title: 'Question search',
  text: 'Search',
  textHint: 'Words of title, skill or question',
  skill: 'Skill',
  kind: 'Kind',
  level: 'Level',
  any: 'Any',
  addTo: 'Add to',
  newSection: 'A new section',
  found: (n: number) => `${counted(n, 'question')}`,
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

const preview = {
  title: 'Question preview',
  asCandidate: 'As a candidate sees it, with its key',
  preparing: 'Variants of this question are being generated. Open the preview again in a minute.',
  add: 'Add to the draft',
  languages: (names: readonly string[]) => `Answered in ${listed(names, 'disjunction')}`,
};

const draft = {
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
  minutesHint: 'Empty: none',
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

const pool = {
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

const settings = {
  title: 'Settings',
  position: 'Position and time',
  role: 'Role',
  noRole: 'No role',
  roles: {
    'ml-engineer': 'ML engineer',
    'data-scientist': 'Data scientist',
    'ml-platform-engineer': 'ML platform engineer',
    analytics: 'Analytics',
  } as Readonly<Record<string, string>>,
  level: 'Level of the position',
  noLevel: 'No level',
  levels,
  minutes: 'Time limit (min)',
  passLine: 'Pass line (points of 100)',
  passLineHint: 'Empty: none',
  goals: 'Skills to measure',
  goalsOfRole: (n: number) => `Those of the role and level: ${n}. Choose skills here to replace them.`,
  noGoals: 'Nothing chosen. Choose a role or skills, and the check shows what is missing.',
  useRoleGoals: 'List those of the role to edit them',
  addGoal: 'Add a skill',
  goalWeight: (name: string) => `Weight of ${name}`,
  removeGoal: (name: string) => `Remove ${name}`,
  rules: 'Rules for candidates',
  languages: 'Languages for code',
  languagesHint: 'None chosen: all that a question offers',
  notHere: (name: string) => `${name} (does not run here)`,
  calculator: 'Candidates have a calculator',
  goBack: 'Candidates may go back to earlier questions',
  counted: 'Of several submissions of code',
  countedBy: { last: 'The last one counts', best: 'The best one counts' },
  after: 'After the release of the report, the candidate sees',
  afterRelease: {
    nothing: 'Nothing',
    score: 'The score',
    answers: 'The score, their answers and the explanations',
  },
  links: 'Documentation that candidates may open',
  noLinks: 'None',
  linkTitle: (n: number) => `Name of page ${n}`,
  linkUrl: (n: number) => `Address of page ${n}`,
  removeLink: (n: number) => `Remove page ${n}`,
  addLink: 'Add a page',
  introduction: 'Introduction',
  introductionHint: 'Markdown. Candidates read it before they start.',
  introductionPreview: 'As candidates see it',
  summary: (facts: readonly string[]) => facts.join(' · '),
  yes: 'Yes',
  no: 'No',
  none: 'None',
};

const check = {
  title: 'Blueprint check',
  expected: 'All figures are expected, not measured.',
  ready: 'No errors: it can be published',
  errors: (n: number) => counted(n, 'error'),
  warnings: (n: number) => counted(n, 'warning'),
  error: 'Error',
  warning: 'Warning',
  issues: 'Issues',
  noIssues: 'No issues',
  time: 'Time needed',
  timeValue: (median: number, p80: number) =>
    `${Math.round(median)} min (median), ${Math.round(p80)} min (four in five people finish)`,
  timeLimit: (limit: number) => `of ${limit} min`,
  questions: 'Questions for each person',
  marked: (n: number) => `${oneDecimal(n)} marked by people`,
  standardError: 'Standard error of the score',
  standardErrorValue: (value: number, at: number, isPassLine: boolean) =>
    `±${Math.round(value * 100)} points of 100 at ${isPassLine ? 'the pass line' : 'a score'} of ${Math.round(at * 100)}`,
  noStandardError: 'From two questions on',
  score: 'Score of a person at this level',
  scoreValue: (share: number) => `${Math.round(share * 100)} of 100 points`,
  noScore: 'Choose the level of the position',
  exposure: 'People before a question repeats',
  exposureValue: (n: number) => (n >= 10_000 ? 'more than 10,000' : counted(n, 'person').replace('persons', 'people')),
  shared: (share: number) => `Two people share ${percent(share)} of their questions`,
  coverage: 'Coverage by skill and level',
  coverageHow: 'Expected number of questions at levels 1 to 5, and the share of the points.',
  coverageNone: 'Choose a role or skills to see what is covered.',
  coverageState: {
    missing: 'Missing',
    otherLevels: 'Other levels',
    thin: 'Thin',
    covered: 'Covered',
  },
  skill: 'Skill',
  levelShort: (n: number) => `L${n}`,
  levelLong: (n: number) => `Level ${n}`,
  shareValue: (expected: number, wanted: number) => `${percent(expected)} of the points; ${percent(wanted)} asked for`,
  cell: (n: number) => (n === 0 ? '–' : oneDecimal(n)),
  says: (missing: number, errors: number) =>
    [
      missing === 0 ? 'Coverage: nothing missing' : `Coverage: ${missing} missing`,
      errors === 0 ? 'No errors' : counted(errors, 'error'),
    ].join('. '),
};

const saving = {
  saved: (at: string) => `Saved ${timeOfDay(at)}`,
  saving: 'Saving…',
  waiting: 'Not saved: no connection. Your changes are kept in this browser, and sent when the server answers.',
  conflict: 'Not saved: another version was saved meanwhile.',
  refused: (what: string) => `Not saved: ${what}`,
  failed: (what: string) => `Not saved: ${what}`,
  retry: 'Try again',
  leaveTitle: 'Leave with unsaved changes?',
  leave: 'The last changes could not be saved. They are kept in this browser and are here when you return.',
  stay: 'Stay here',
  go: 'Leave',
};

const conflict = {
  two: 'Two versions',
  says: (who: string | null, at: string) =>
    `${someone(who)} saved another version at ${timeOfDay(at)}. Yours is kept, and not saved yet.`,
  bySelf: (at: string) => `Another tab saved another version at ${timeOfDay(at)}. Yours is kept, and not saved yet.`,
  compare: 'Compare and choose',
  title: 'Two versions of this draft',
  mine: 'What you changed',
  theirs: (who: string | null, at: string) => `What ${someone(who)} changed, saved at ${timeOfDay(at)}`,
  differs: 'What differs from your version',
  none: 'Nothing',
  noBase: 'The version that both were made from is gone, so they cannot be merged.',
  merge: 'Merge both',
  mergeHow: 'Merging keeps the changes of both. Where both changed the same, choose:',
  mergeClean: 'Merging keeps the changes of both. Nothing was changed by both.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  stays: 'The version that is not used stays in the history.',
  yours: (value: string) => `Yours: ${value}`,
  other: (value: string) => `Theirs: ${value}`,
  was: (before: string, after: string) => `${before} → ${after}`,
  added: (what: string) => `${what} added`,
  removed: (what: string) => `${what} removed`,
  isRemoved: 'removed',
  isChanged: 'changed and kept',
  reordered: 'reordered',
  change: (place: string | null, field: string, value: string) =>
    place === null ? `${field}: ${value}` : `${place}, ${field.toLowerCase()}: ${value}`,
  place: (place: string | null, field: string) => (place === null ? field : `${place}: ${field.toLowerCase()}`),
  merged: 'Both versions are merged.',
  took: 'The other version is shown.',
  kept: 'Your version is being saved.',
};

const history = {
  title: 'History of the draft',
  lead: 'Every save is kept. Bringing a version back saves it as the newest one; nothing is deleted.',
  by: (at: string, who: string | null) => `${dates.dateTime(at)}, ${someone(who)}`,
  facts: (questions: number, minutes: number) => `${counted(questions, 'question')}, ${minutes} min`,
  current: 'Current',
  refused: 'Not used: another version had been saved before it',
  show: 'Show',
  hide: 'Hide',
  of: (at: string) => ` the version of ${dates.dateTime(at)}`,
  differs: 'What it has differently from the draft now',
  same: 'It is the same as the draft now.',
  bringBack: 'Bring back',
  broughtBack: 'The earlier version is back and saved as the newest.',
  more: 'Show older versions',
  failed: 'The history could not be loaded.',
};

const panes = { label: 'Parts of the builder', search: 'Search', draft: 'Draft', check: 'Check' };

/** The builder of an assessment. */
export const builder = {
  issues: issueTexts,
  ...{ search, preview, draft, pool, settings, check, saving, conflict, history, panes, fields },
  between: (least: number, most: number) => `A number from ${least} to ${most}.`,
  whole: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
};
