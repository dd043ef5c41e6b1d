import type { Language, MemberRole, PracticeState, QuestionKind } from '../../generated/operations';

const kinds: Readonly<Record<QuestionKind, string>> = {
  CHOICE: 'Choice',
  NUMERIC: 'Numeric',
  PLOT: 'Plot',
  ORDERING: 'Ordering',
  READING: 'Reading',
  TEXT: 'Short text',
  SCENARIO: 'Scenario',
  DESIGN: 'Design',
  CODE: 'Code',
  MODEL: 'Model',
};

const languages: Readonly<Record<Language, string>> = {
  PYTHON: 'Python',
  SQL: 'SQL',
  R: 'R',
  JAVASCRIPT: 'JavaScript',
  TYPESCRIPT: 'TypeScript',
};

const states: Readonly<Record<PracticeState, string>> = {
  NEW: 'Not tried',
  TRIED: 'Tried',
  DONE: 'Done',
};

const roles: Readonly<Record<MemberRole, string>> = {
  AUTHOR: 'author',
  MANAGER: 'manager',
  REVIEWER: 'reviewer',
  RECRUITER: 'recruiter',
  ADMIN: 'administrator',
};

const levels: Readonly<Record<number, string>> = {
  1: '1, screen',
  2: '2',
  3: '3',
  4: '4',
  5: '5, senior',
};

/** Display names of the product's terms. */
export const names = {
  kinds,
  languages,
  notGradedHere: (named: string) => `Not graded here now: ${named}`,
  states,
  roles,
  levels,
  level: (level: number) => `Level ${level}`,
  minutes: (minutes: number) => `${minutes} min`,
};
