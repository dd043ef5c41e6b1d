import { QUIZ_LIMITS } from '@holdout/assessment';
import { counted } from './counted';

const questions = (n: number) => counted(n, 'question');

const make = {
  title: 'New quiz',
  what: 'A short set of questions, with or without a clock. There is no feedback until you submit; then every answer is explained.',
  kinds: 'Kinds of questions',
  ways: {
    key: 'Choice, numeric, plot, ordering, reading and short text',
    submission: 'Code and models, run on the public cases only until you submit',
  },
  skills: 'Skills',
  skillsHint: 'All skills, if none is chosen.',
  skill: (name: string, count: number) => `${name} (${count})`,
  count: 'How many questions',
  countHint: `1 to ${QUIZ_LIMITS.items}`,
  clock: 'Clock',
  noClock: 'No clock',
  withClock: 'With a clock',
  minutes: 'Minutes',
  minutesHint: `1 to ${QUIZ_LIMITS.minutes}`,
  start: 'Start the quiz',
  notEnough: (available: number) =>
    available === 0
      ? 'No question matches. Choose other skills or kinds.'
      : `Your choice has only ${questions(available)}. Take fewer, or choose more skills or kinds.`,
  take: (available: number) => `Take ${available}`,
  open: (answered: number, of: number) => `You have an open quiz: ${answered} of ${of} answered.`,
  goOn: 'Resume',
};

export const quiz = {
  make,
  tab: (position: number, of: number) => `Item ${position} of ${of} · Quiz`,
  toReview: 'Review and submit',
  reviewTitle: 'Before you submit',
  reviewCounts: (answered: number, flagged: number, empty: number) =>
    `${answered} answered · ${flagged} flagged · ${empty} empty`,
  submitFixes: 'After you submit, answers can no longer be changed, and the explanations open.',
  submit: 'Submit quiz',
  goBack: 'Go back',
  closing: (unsent: number) => {
    if (unsent === 0) return 'Time is up. What was saved counts; the explanations open in a moment.';
    return `Time is up. Saving ${counted(unsent, 'answer')}.`;
  },
  explanations: 'Explanations',
  outcome: (earned: string, possible: string) => `${earned} of ${possible} points`,
  outcomeHow: 'Each question counts 1 point here, however many points it has of its own.',
  endedByClock: 'Time ran out and the quiz ended. What was saved before counts.',
  bySkill: 'By skill',
  skill: 'Skill',
  points: 'Points',
  questions: 'Questions',
  of: (earned: string, possible: string) => `${earned} of ${possible}`,
  everyQuestion: 'Every question, wrong ones first',
  beingGraded: 'Still being graded',
  noFeedback: 'No explanation is available for this question.',
  practise: 'Practise this question',
  practiseSkill: (skill: string) => `Practise ${skill}`,
  another: 'New quiz',
};
