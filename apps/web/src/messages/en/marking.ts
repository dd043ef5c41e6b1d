import { counted } from './counted';

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

const queue = {
  title: 'Marking',
  label: 'Questions with answers to mark',
  columns: {
    question: 'Question',
    toMark: 'To mark',
    second: 'Second marks',
    disagreements: 'Disagreements',
    median: 'Median time',
    due: 'Due',
  },
  assessment: (title: string) => `in ${title}`,
  disagreements: (count: number) => counted(count, 'disagreement'),
  median: (seconds: number | null) => (seconds === null ? '–' : minutes(seconds)),
  open: (title: string) => `Mark answers to ${title}`,
  compare: (count: number) => `Decide ${counted(count, 'disagreement')}`,
  start: 'Start marking',
  empty: {
    title: 'No answers to mark',
    detail: 'Answers that no key decides come here when their candidates submit.',
  },
  done: 'Nothing waits for you here.',
  today: { title: 'Marking', waiting: (count: number) => `${counted(count, 'answer')} to mark` },
};

const marking = {
  response: (n: number, total: number) => `Response ${n} of ${total}`,
  calibration: (n: number, total: number) => `Calibration ${n} of ${total}`,
  calibrationHint:
    'Mark these answers first. After each one you see the levels that were agreed on. Nobody else sees your marks here.',
  answer: 'Answer',
  erased: 'The candidate has been erased, and the answer with them.',
  question: 'Question',
  samples: 'Sample answers',
  sampleNames: { STRONG: 'Strong', MIDDLING: 'Middling', WEAK: 'Weak' },
  sampleLevels: (levels: string) => `Levels: ${levels}`,
  explanation: 'Explanation',
  accepted: 'Accepted answers',
  numbers: 'Numbers, scored by their key',
  number: (name: string, earned: string, possible: string) => `${name}: ${earned} of ${possible} points`,
  rubric: 'Criteria',
  weight: (weight: number) => `weight ${weight}`,
  level: (level: number) => `Level ${level}`,
  meaning: {
    title: 'Same meaning as an accepted answer',
    levels: ['Another meaning, or too vague to tell.', 'The same meaning in other words.'],
  },
  comment: (criterion: string) => `Comment on ${criterion}`,
  addComment: 'Comment',
  notes: 'Notes',
  toCandidate: 'Note to the candidate',
  toCandidateHint: 'Shown in the candidate’s report, without your name.',
  private: 'Private note',
  privateHint: 'For members of the organization.',
  flag: 'Flag for another look',
  redFlags: 'What counts against an answer',
  save: 'Save and next',
  saveAgain: 'Replace the mark and next',
  undo: 'Undo',
  keysHint: '↑ ↓ criterion · 0–5 level · C comment · F flag · Ctrl+Enter save and next · U undo',
  missing: (count: number) => `Choose a level for each criterion: ${counted(count, 'criterion')} without one.`,
  taken: 'Another reviewer has this answer by now, or its rubric changed. Your levels were not saved.',
  takenNext: 'Open the next answer',
  final: 'This mark is final: both marks of the answer have been compared, or the report has been released.',
  tooLong: 'A text is longer than 2,000 characters.',
  saved: (n: number) => `Saved: response ${n}`,
};

const calibration = {
  yours: 'Your level',
  agreed: 'Agreed level',
  criterion: 'Criterion',
  compare: 'Compare with the agreed levels',
  agreement: (exact: number, adjacent: number, n: number) =>
    `So far: ${exact} of ${n} levels the same, ${adjacent} of ${n} at most one apart.`,
  next: (left: number) => (left === 0 ? 'Start marking answers' : 'Next answer of the set'),
};

const end = {
  title: (count: number) => `${count} marked`,
  back: 'Back to Marking',
  look: 'Look at your last mark again',
};

const disagreement = {
  title: 'Disagreements',
  own: 'One of these marks is yours. Levels that equal the other mark, or its proposal, decide. Other levels are a proposal.',
  third: 'Neither mark is yours: your levels decide.',
  mark: (letter: string) => `Mark ${letter}`,
  said: (letter: string, level: number | null, proposal: number | null) =>
    `Mark ${letter}: level ${level ?? '–'}${proposal === null ? '' : `, proposes ${proposal}`}`,
  reason: 'Reason',
  reasonHint: 'Kept with the answer. The other reviewer sees it, without your name.',
  decide: 'Save the levels',
  decided: 'Decided. These levels count now.',
  proposed: 'Proposed. It counts once the other reviewer agrees, or a third decides.',
  closed: 'This disagreement has been decided by now.',
  none: { title: 'No open disagreements', detail: 'Two marks of one answer that are two levels apart come here.' },
  apart: 'two levels apart',
  needsReason: 'Write the reason, at most 2,000 characters, and choose a level for each criterion.',
};

/** The texts of marking. Only reviewers load them. */
export const markingWords = { queue, marking, calibration, end, disagreement };
