import type { DraftField, PositionLevel } from '@holdout/assessment';
import { draft, pool, preview, search } from './builder-draft';
import { issueTexts } from './builder-issues';
import { conflict, history, saving } from './builder-saving';
import { counted } from './counted';

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
  page: 'What a page shows',
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
  goalCount: (n: number) => counted(n, 'skill'),
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
  page: 'What a page shows',
  pageNeedsWayBack: 'Without a way back each question has a page of its own.',
  pages: { item: 'One question', section: 'All questions of a section; code has a page of its own' },
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

const panes = { label: 'Parts of the builder', search: 'Search', draft: 'Draft', check: 'Check' };

/** What the API refuses, by its names. */
const inputs: Readonly<Record<string, string>> = { ...fields, entries: 'Questions and pools' };

/** The builder of an assessment. */
export const builder = {
  issues: issueTexts,
  ...{ search, preview, draft, pool, settings, check, saving, conflict, history, panes, fields, inputs },
  between: (least: number, most: number) => `A number from ${least} to ${most}.`,
  keeps: (value: string) => `The draft keeps ${value === '' ? 'none' : value}.`,
  whole: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
};
