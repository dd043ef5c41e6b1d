import type { ReportQuery } from '../../generated/operations';
import { counted } from './counted';

type Message = NonNullable<ReportQuery['report']>['summary'][number];
type Code = Message['code'];

const whole = (value: number | null): string => String(Math.round(value ?? 0));
const skill = ({ skills }: Message): string => skills.map(({ name }) => name).join(', ');

const summary: Readonly<Record<Code, (message: Message) => string>> = {
  NO_SCORE: () => 'There is no score yet: nothing is marked, or every question was withdrawn.',
  PROVISIONAL: ({ n, needed }) => `Provisional: ${n} of ${needed} questions are marked.`,
  ABOVE_LINE: ({ line, percent }) => `Above the pass line of ${whole(line)}: ${percent} % certain.`,
  BELOW_LINE: ({ line, percent }) => `Below the pass line of ${whole(line)}: ${percent} % certain.`,
  NEAR_LINE: ({ line, percent }) =>
    `Too close to the pass line of ${whole(line)} to say: the probability of being above it is ${percent} %.`,
  LINE_DEPENDS_ON_MARKS: ({ line }) =>
    `Missing marks decide on which side of the pass line of ${whole(line)} the score is.`,
  STRONGEST_SKILL: (message) => `Stronger than the rest: ${skill(message)}.`,
  WEAKEST_SKILL: (message) => `Weaker than the rest: ${skill(message)}.`,
  SKILLS_NOT_DISTINGUISHABLE: () => 'The skills are not distinguishable from each other.',
  FEW_ITEMS: (message) =>
    `Wide because of few questions: ${message.skills.length > 3 ? counted(message.skills.length, 'skill') : skill(message)}.`,
  SKILL_WITHDRAWN: (message) => `No score for ${skill(message)}: all of its questions were withdrawn.`,
  PERCENTILE: ({ value, low, high, n }) => `Percentile ${whole(value)} (${whole(low)}–${whole(high)}), n = ${n}.`,
  TOO_FEW_TO_COMPARE: ({ n, needed }) => `Too few to compare: n = ${n}, we show a percentile from ${needed}.`,
  ERROR_FROM_GROUP: ({ n }) => `The error comes from the reliability in a group of ${n} people and from this score.`,
  ERROR_FROM_OWN_ITEMS: () =>
    'The error comes from this person’s own questions (Lord), because fewer than 30 people share them.',
};

/** The words of reports for members. */
export const report = {
  title: (name: string) => `Report: ${name}`,
  erased: 'A candidate whose data was deleted',
  about: (assessment: string, day: string) => `${assessment} · ended on ${day}`,
  notYet: { title: 'There is no report yet', detail: 'It appears when the attempt has ended.' },
  print: 'Print',
  total: 'Total',
  passLine: 'pass',
  summaryTitle: 'In words',
  summary,
  skillsTitle: 'By skill',
  few: (count: number) => `${counted(count, 'skill')} with one or two questions`,
  items: (count: number) => counted(count, 'question'),
  noBand: 'no score',
  asTable: 'Show as table',
  asChart: 'Show as chart',
  table: { skill: 'Skill', score: 'Score', interval: '95 % interval', questions: 'Questions' },
  itemsTitle: 'Questions and evidence',
  points: (earned: string, possible: string) => `${earned} of ${possible} points`,
  weight: (weight: string) => `weight ${weight}`,
  share: (share: number) => `${Math.round(100 * share)} % of the time`,
  shareWhat: 'Shares of the time are estimated from what was saved.',
  states: {
    ANSWERED: 'Answered',
    OMITTED: 'Shown, not answered',
    NOT_REACHED: 'Not reached',
    AWAITING: 'Waits for marks',
    WITHDRAWN: 'Withdrawn: counts for nobody',
  },
  groups: (passed: number, total: number, title: string, points: string) =>
    `${title}: ${passed} of ${total} cases passed, ${points} points`,
  review: 'Marked by a reviewer',
  level: (criterion: string, level: number, top: number) => `${criterion || 'Meaning'}: ${level} of ${top}`,
  note: 'Note to the candidate',
  source: 'The code that was saved',
  noAnswer: 'Nothing was answered.',
  keysHidden: 'Keys and explanations are shown to managers and administrators.',
  changesTitle: 'Scores and corrections',
  causes: {
    SCORED: 'Scored',
    REVIEWED: 'Marked by reviewers',
    CORRECTED: 'A question was corrected',
    DISPUTED: 'A point was disputed',
    LATE: 'A late answer was admitted',
  },
  score: (number: number, day: string) => `Score ${number}, ${day}`,
  corrections: { WITHDRAWN: 'Question withdrawn', REKEYED: 'Question has another key', RESTORED: 'Question restored' },
  eventsTitle: 'What was recorded',
  eventsWhat: 'In order, without times. These are observations, not verdicts.',
  noEvents: 'Nothing besides the answers was recorded.',
  events: {
    PASTE: (length: number | null) => `Paste of ${counted(length ?? 0, 'character')}`,
    ABSENCE: (seconds: number | null) =>
      seconds === null
        ? 'Left the page; the return was not recorded'
        : `Left the page for ${counted(seconds, 'second')}`,
    DEVICE: () => 'The attempt was opened on a device',
    RUN: () => 'Code was run',
    SUBMIT: () => 'Code was sent for grading',
  },
  inQuestion: (position: number) => `question ${position}`,
  release: {
    act: 'Release to the candidate',
    provisional: 'Release with marks missing',
    what: 'The candidate is told by mail. From then on each change of the score is kept.',
    missing: 'Points are not given yet. Mark them first, or release the score as provisional.',
    released: (day: string) => `Released on ${day}`,
  },
} as const;
