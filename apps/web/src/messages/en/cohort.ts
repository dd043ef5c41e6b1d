import { counted } from './counted';

const whole = (value: number): string => String(Math.round(value));
/** Points with a sign, and a real minus. */
const signed = (points: number): string => {
  const rounded = Math.round(points);
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
};
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const hundredths = (value: number): string => value.toFixed(2).replace('-', '−');

const decisions = { ADVANCE: 'Advance', HOLD: 'Hold', DECLINE: 'Decline' };

const certainty = (probability: number): string => {
  if (probability > 0.99) return 'Above the pass line: more than 99 % certain';
  if (probability < 0.01) return 'Above the pass line: less than 1 % certain';
  return `Above the pass line: ${Math.round(probability * 100)} % certain`;
};

/** The texts of cohorts: `/o/:org/assessments/:id/{cohort,compare,items}`. */
export const cohort = {
  title: 'Cohort',
  csv: 'Download CSV',
  json: 'Download JSON',
  none: 'Nobody has taken this assessment yet',
  noneDetail: 'Everyone who starts it is listed here, with the score and its error once it ends.',
  noneFound: 'Nobody fits this filter',
  clearFilter: 'Show everyone',
  search: 'Find a candidate',
  searchHint: 'Beginnings of the name or the address',
  filter: 'Filter the cohort',
  all: (count: number) => `All ${count}`,
  count: (name: string, count: number) => `${name} ${count}`,
  status: { IN_PROGRESS: 'In progress', ENDED: 'Ended', RELEASED: 'Released' },
  decisions,
  noDecision: 'No decision',
  sides: { ABOVE: 'Above the pass line', UNCERTAIN: 'Too close to say', BELOW: 'Below the pass line' },
  provisional: 'Provisional',
  version: (number: number) => `Version ${number}`,
  otherForms: (forms: number) =>
    `People had ${forms} different sets of questions. Scores are compared within one set; brackets end where it changes.`,
  columns: {
    menu: 'Columns',
    skills: 'Skills',
    certainty: 'Certainty',
    submitted: 'Submitted',
    version: 'Version',
  },
  table: {
    label: 'Cohort',
    candidate: 'Candidate',
    score: 'Score, of 100',
    statusHead: 'Status',
    decision: 'Decision',
    select: (name: string) => `Select ${name}`,
    selectAll: (count: number) => `Select all ${counted(count, 'candidate')} shown`,
    words: (value: number, low: number, high: number) => `${whole(value)} (${whole(low)}–${whole(high)})`,
    sentence: (value: number, low: number, high: number) =>
      `${whole(value)} of 100, between ${whole(low)} and ${whole(high)} with 95 % certainty`,
    items: (n: number, isFew: boolean) => `${counted(n, 'item')}${isFew ? ', wide: few items' : ''}`,
    passLine: (at: number) => `pass ${whole(at)}`,
    noScore: 'No score yet',
    certainty,
    decidedBy: (name: string | null, day: string) => (name === null ? day : `${name}, ${day}`),
    more: (count: number) => `Load ${count} more`,
    shown: (count: number) => `${counted(count, 'candidate')} shown`,
    bracket: (others: number) =>
      `Not distinguishable from ${others === 1 ? 'the next one' : `any of the next ${others}`}`,
    bracketNote:
      'A line beside rows joins people whose scores cannot be told apart: the first and the last of it differ by less than the error.',
    fewPerSkill: 'Fewer than 3 items for each skill',
    skill: (name: string, words: string) => `${name} ${words}`,
  },
  acts: {
    group: 'Act on the selected candidates',
    selected: (count: number) => `${counted(count, 'candidate')} selected`,
    compare: 'Compare',
    compareHow: 'Select two to four candidates to compare them.',
    clear: 'Clear',
    done: { ADVANCE: 'Advanced', HOLD: 'On hold', DECLINE: 'Declined' },
    decided: (decision: string, changed: number, all: number) =>
      changed === all
        ? `${decision}: ${counted(changed, 'candidate')}.`
        : `${decision}: ${changed} of ${all}. The others are still in progress, or have this decision already.`,
    undone: (count: number) => `${counted(count, 'decision')} undone.`,
  },
  decide: {
    title: (decision: string, count: number) => `${decision} ${counted(count, 'candidate')}`,
    reason: 'Reason',
    reasonHint: 'It is kept with the decision, and in the audit. Candidates are not told.',
    missing: 'Say why, in a few words.',
    tooLong: 'At most 2,000 characters.',
    close: 'Close',
    cancel: 'Cancel',
  },
  views: {
    menu: 'Saved views',
    none: 'No saved views yet.',
    name: 'Name of this view',
    save: 'Save view',
    remove: (name: string) => `Delete the view ${name}`,
    missing: 'Give the view a name.',
    refused: 'A name has at most 80 characters, and there are at most 20 views.',
  },
  compare: {
    title: 'Compare',
    back: 'Cohort',
    need: 'Nothing to compare',
    needDetail: 'Select two to four candidates in the cohort, and choose Compare.',
    total: 'Total',
    scores: 'Scores',
    differences: 'Differences',
    between: (one: string, other: string) => `${one} − ${other}`,
    other: 'They had different questions: their points are not comparable.',
    unknown: 'One of the two has no score here.',
    same: (points: number, error: number) =>
      `Not distinguishable: they differ by ${counted(Math.abs(Math.round(points)), 'point')}, within the error of ±${whole(error)}.`,
    differs: (points: number, low: number, high: number) =>
      `${signed(points)} points, between ${signed(low)} and ${signed(high)}.`,
    asTable: 'Show as table',
    table: { skill: 'Skill', pair: 'Pair', difference: 'Difference', low: 'Low', high: 'High', finding: 'Finding' },
    finding: { same: 'Not distinguishable', differs: 'Different' },
    axis: 'Points of the first minus points of the second; the line in the middle is 0.',
  },
  items: {
    title: 'Item statistics',
    none: 'No scores yet',
    noneDetail: 'Statistics appear here as attempts end.',
    form: 'The form',
    n: (n: number, attempts: number) =>
      n === attempts ? counted(n, 'attempt') : `${n} of ${counted(attempts, 'attempt')} with this form and all marks`,
    forms: (forms: number) => `${forms} different sets of questions; figures of the form are of the most frequent one.`,
    mean: 'Mean score',
    deviation: 'Standard deviation',
    alpha: 'Reliability (alpha)',
    kr20: 'Reliability (KR-20)',
    error: 'Standard error of measurement',
    points: (value: number) => `${value.toFixed(1)} points`,
    distribution: 'Distribution of scores',
    step: (from: number, to: number, n: number) => `${from}–${to}: ${counted(n, 'person')}`,
    scoreFrom: 'Scores',
    people: 'People',
    asTable: 'Show as table',
    list: 'Items',
    item: 'Item',
    facility: 'Facility',
    itemRest: 'Item-rest',
    omitted: 'Omitted',
    notReached: 'Not reached',
    look: 'Look at',
    nothing: 'Nothing stands out',
    needed: (n: number, needed: number) => `n = ${n} of ${needed} needed`,
    noVariance: (n: number) => `Everyone is alike, n = ${n}`,
    share: (value: number, low: number, high: number) =>
      `${percent(value)} (${Math.round(low * 100)}–${Math.round(high * 100)})`,
    coefficient: (value: number, low: number, high: number) =>
      `${hundredths(value)} (${hundredths(low)} to ${hundredths(high)})`,
    ofPeople: (n: number) => `n\u00a0=\u00a0${n}`,
    flags: {
      MAY_BE_MISKEYED: 'May be mis-keyed: good candidates miss it',
      DOES_NOT_DISCRIMINATE: 'Good and weak candidates do about as well',
      TOO_EASY: 'Nearly everyone has it right',
      TOO_HARD: 'Nearly nobody has it right',
      MANY_OMIT: 'Many leave it empty',
      MANY_NOT_REACHED: 'Many do not reach it',
      OPTION_NEVER_CHOSEN: 'A wrong option that hardly anyone chooses',
    },
    open: (title: string) => `Options of ${title}`,
    noOptions: 'This question has no options.',
    option: 'Option',
    key: 'Key',
    chosen: 'Chosen',
    optionRest: 'With the rest',
    fifths: ['Lowest fifth', '2nd', '3rd', '4th', 'Highest fifth'],
    nobody: '–',
    percent,
    note: 'A flag is a reason to look at an item, not to change points. Each is drawn from its 95 % interval, so that chance alone rarely raises one.',
  },
};
