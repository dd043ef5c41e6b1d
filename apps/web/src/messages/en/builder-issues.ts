import type { DraftIssueCode } from '@holdout/assessment';
import { counted } from './counted';

type Params = Readonly<Record<string, string | number>>;
type Named = {
  /** The name of a skill or domain, or of a language. */
  readonly topic: (id: string) => string;
  readonly language: (id: string) => string;
};

const lacking = ({ unanswerable = 0, fixed = 0 }: Params): string =>
  [
    ...(Number(unanswerable) > 0 ? [`${unanswerable} need a language that is not offered`] : []),
    ...(Number(fixed) > 0 ? [`${fixed} are fixed questions already`] : []),
  ].join(', ');

const because = (params: Params): string => {
  const reason = lacking(params);
  return reason === '' ? '' : ` (${reason})`;
};

/** What each issue of a draft says: what is wrong, and what to do about it. */
export const issueTexts: Readonly<Record<DraftIssueCode, (params: Params, names: Named) => string>> = {
  NO_QUESTIONS: () => 'No questions yet. Add one from the search, or add a pool.',
  TOO_MANY_QUESTIONS: ({ questions, most }) => `${questions} questions; a candidate gets at most ${most}.`,
  SECTION_EMPTY: () => 'No questions in this section. Add one, or remove the section.',
  QUESTION_GONE: ({ questionId }) => `“${questionId}” is no longer in the bank. Remove it.`,
  QUESTION_PRACTICE_ONLY: ({ questionId }) => `“${questionId}” may only be used for practice. Remove it.`,
  QUESTION_TWICE: () => 'This question is in the assessment twice. Remove one.',
  QUESTION_LANGUAGE: ({ languages }) => `Can only be answered in ${languages}, which is not offered.`,
  LANGUAGE_NOT_OFFERED: ({ language }, names) =>
    `${names.language(String(language))} does not run in this installation. Take it off the list.`,
  POOL_EMPTY: (params) => `The rule finds no question${because(params)}. Widen it.`,
  POOL_TOO_SMALL: (params) =>
    `Draws ${params['draw']}, but the rule finds ${counted(Number(params['found']), 'question')}${because(params)}.`,
  POOLS_OVERLAP: ({ missing }) =>
    `Pools find the same questions: ${counted(Number(missing), 'question')} too few for all of them. Widen a pool or draw fewer.`,
  MINUTES_TOO_FEW: ({ limit, median }) =>
    `Half of the people need more than ${median} min; the time limit is ${limit} min.`,
  SECTION_MINUTES_TOO_FEW: ({ limit, median }) =>
    `Half of the people need more than ${median} min for this section; its limit is ${limit} min.`,
  LINK_NOT_WEB: ({ title, url }) =>
    `The address of “${title === '' ? url : title}” does not begin with https:// or http://.`,
  MINUTES_TIGHT: ({ limit, p80 }) => `One in five people needs more than ${p80} min; the time limit is ${limit} min.`,
  SECTION_MINUTES_TIGHT: ({ limit, p80 }) =>
    `One in five people needs more than ${p80} min for this section; its limit is ${limit} min.`,
  SECTIONS_EXCEED_LIMIT: ({ total, limit }) =>
    `The sections have ${total} min together; the time limit is ${limit} min.`,
  LANGUAGE_UNUSED: ({ language }, names) => `No question can be answered in ${names.language(String(language))}.`,
  ANSWER_IS_PUBLIC: ({ count, of }) =>
    Number(of) === 1
      ? 'The answer to this question is public.'
      : `The answers to ${count} of ${of} questions are public.`,
  SKILL_MISSING: ({ skillId }, names) =>
    `“${names.topic(String(skillId))}” is missing: a candidate gets less than half a question on it on average.`,
  SKILL_AT_OTHER_LEVELS: ({ skillId }, names) =>
    `“${names.topic(String(skillId))}” is only measured at levels above or below the position.`,
  SCORE_UNCERTAIN: ({ error, at }) =>
    `A score of ${at} is only known within ±${error} points of 100. More questions make it surer.`,
};
