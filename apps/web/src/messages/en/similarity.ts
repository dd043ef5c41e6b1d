import { counted } from './counted';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
/** Rounded down, so that no pair seems to be above all others when it is not. */
const above = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

/** The texts of the page on which the programs of an assessment are compared. */
export const similarity = {
  title: 'Similarity',
  about:
    'Programs that answer the same question are compared by their structure. Names, values, comments and the starter code count nowhere. A pair is listed when it is far more alike than two answers to that question usually are. It is one to look at: why two programs are alike, the figures do not say.',
  compare: 'Compare now',
  again: 'Compare again',
  running: (progress: number) => `Comparing: ${percent(progress)} done`,
  started: 'Comparing has started.',
  done: (at: string) => `Compared on ${at}`,
  failed: 'The comparison failed. The answers are safe; nothing was changed.',
  outdated: 'Answers have come in since. Compare again to include them.',
  none: {
    title: 'Not compared yet',
    detail: 'A comparison starts by itself 15 minutes after the last attempt has ended, or when you start one.',
  },
  noPrograms: 'No question of this assessment was answered with programs by two or more candidates.',
  noPairs: 'No pair is far more alike than answers usually are.',
  questions: 'Questions',
  question: 'Question',
  language: 'Language',
  answers: 'Answers',
  compared: 'Compared',
  usual: 'Usually alike',
  line: 'Listed above',
  tooFew: (count: number) => `Too few to compare: ${count} of 10 needed`,
  short: 'Answers with fewer than 60 tokens of their own are not compared: short programs are alike by chance.',
  percent,
  pairs: (count: number) => `${counted(count, 'pair')} to look at`,
  pair: 'Pair',
  alike: 'Alike',
  aboveOthers: 'More alike than',
  aboveHow: (share: number) => `${above(share)} of pairs`,
  longest: 'Longest part in common',
  tokens: (count: number) => counted(count, 'token'),
  of: (left: string, right: string) => `${left} and ${right}`,
  nameless: 'A candidate without a name',
  look: 'Look at',
  lookAt: (left: string, right: string) => `Look at ${left} and ${right}`,
  more: 'Load 50 more',
  back: 'All pairs',
  gone: 'This pair is not in the last comparison any more.',
  parts: (count: number) => `${counted(count, 'part')} in common, marked and numbered in both.`,
  program: (name: string) => `The program of ${name}`,
  part: (number: number) => `Part ${number}: `,
  partEnd: (number: number) => ` (end of part ${number})`,
};
