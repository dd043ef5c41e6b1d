import type { DraftIssueCode } from '@holdout/assessment';
import { counted } from './counted';

/** Parameters of an issue: numbers as they are, ids as names (`skill`, `question`, `language`, `languages`). */
export type IssueParams = Readonly<Record<string, string>>;

const number = (params: IssueParams, name: string): number => Number(params[name] ?? 0);
const questions = (params: IssueParams, name: string): string => counted(number(params, name), 'question');
const minutes = (params: IssueParams, name: string): string => counted(number(params, name), 'minute');

/** Why a pool finds fewer questions than its rule would. */
function leftOut(params: IssueParams): string {
  const [unanswerable, fixed] = [number(params, 'unanswerable'), number(params, 'fixed')];
  return [
    unanswerable > 0 ? ` ${counted(unanswerable, 'question')} cannot be answered in the languages offered.` : '',
    fixed > 0
      ? ` ${counted(fixed, 'question')} of it ${fixed === 1 ? 'is already in as a fixed question' : 'are already in as fixed questions'}.`
      : '',
  ].join('');
}

const tooFew = (params: IssueParams, what: string): string =>
  `Half of all candidates are expected to need ${minutes(params, 'median')} or more; ${what} has ${params['limit']}.`;
const tight = (params: IssueParams, what: string): string =>
  `One candidate in five is expected to need more than ${minutes(params, 'p80')}; ${what} has ${params['limit']}.`;

/** What a check of a draft reports. Issues of a section or an entry are shown with its name. */
export const assessmentIssues: Readonly<Record<DraftIssueCode, (params: IssueParams) => string>> = {
  NO_QUESTIONS: () => 'There are no questions yet.',
  TOO_MANY_QUESTIONS: (params) => `A candidate would get ${questions(params, 'questions')}; at most ${params['most']}.`,
  SECTION_EMPTY: () => 'The section has no questions.',
  QUESTION_GONE: ({ question }) => `"${question}" is no longer in the bank.`,
  QUESTION_PRACTICE_ONLY: ({ question }) => `"${question}" is for practice only. Assessments cannot use it.`,
  QUESTION_TWICE: ({ question }) => `"${question}" is in the assessment twice.`,
  QUESTION_LANGUAGE: ({ question, languages }) =>
    `"${question}" is answered in ${languages}, which the assessment does not offer.`,
  LANGUAGE_NOT_OFFERED: ({ language }) => `This installation does not run ${language}.`,
  POOL_EMPTY: (params) => `The pool asks for ${questions(params, 'draw')} and finds none.${leftOut(params)}`,
  POOL_TOO_SMALL: (params) =>
    `The pool asks for ${questions(params, 'draw')} and finds ${params['found']}.${leftOut(params)}`,
  POOLS_OVERLAP: (params) =>
    `Pools share the same questions: together they lack ${questions(params, 'missing')}. This one draws ${params['draw']} of ${params['found']}.`,
  MINUTES_TOO_FEW: (params) => tooFew(params, 'the assessment'),
  SECTION_MINUTES_TOO_FEW: (params) => tooFew(params, 'the section'),
  LINK_NOT_WEB: ({ title, url }) => `The link "${title}" is not a web address: ${url}`,
  MINUTES_TIGHT: (params) => tight(params, 'the assessment'),
  SECTION_MINUTES_TIGHT: (params) => tight(params, 'the section'),
  SECTIONS_EXCEED_LIMIT: (params) =>
    `The limits of the sections add up to ${minutes(params, 'total')}; the assessment has ${params['limit']}.`,
  LANGUAGE_UNUSED: ({ language }) => `No question is answered in ${language}.`,
  ANSWER_IS_PUBLIC: (params) =>
    params['of'] === '1'
      ? 'The answer to this question is public: candidates can look it up.'
      : `The answers to ${params['count']} of its ${questions(params, 'of')} are public: candidates can look them up.`,
  SKILL_MISSING: ({ skill }) => `Nothing measures ${skill}.`,
  SKILL_AT_OTHER_LEVELS: ({ skill }) => `${skill} is measured only at levels that do not suit the position.`,
  SCORE_UNCERTAIN: ({ at, error }) =>
    `At a score of ${at} % the expected standard error is ${error} points. More questions make it smaller.`,
};

/** Positions that an assessment can be for. */
export const positions = {
  roles: {
    'ml-engineer': 'ML engineer',
    'data-scientist': 'Data scientist',
    'ml-platform-engineer': 'ML platform engineer',
    analytics: 'Analyst (SQL)',
  } as Readonly<Record<string, string>>,
  levels: { JUNIOR: 'Junior', MID: 'Mid-level', SENIOR: 'Senior' },
};
