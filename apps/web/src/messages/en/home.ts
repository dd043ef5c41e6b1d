import { counted } from './counted';

const items = (n: number) => counted(n, 'item');
const questions = (n: number) => counted(n, 'question');

export const home = {
  title: 'Holdout',
  promise: 'Graded on data you have not seen, with a score that knows its own error.',
  what: 'Questions that machine-learning engineers meet at work and in interviews: metrics, statistics, data, SQL, Python and models. Code runs against hidden data; every option is explained.',
  try: 'Try one now',
  tryAct: 'Answer it here',
  tryMeta: (level: number, minutes: number) => `Level ${level} · ${minutes} min · no account needed`,
  practise: {
    title: 'Practise',
    detail: (n: number) => `${questions(n)}, free, no account needed.`,
    act: 'Choose a question',
  },
  build: {
    title: 'Build an assessment',
    detail:
      'This is for members of an organization and not part of this version yet. Members can sign in and see their organization.',
    act: 'Sign in as a member',
  },
  welcome: (name: string) => `Welcome, ${name}`,
  welcomeGuest: 'Welcome back',
  goOn: 'Continue',
  goOnMeta: (kind: string, minutes: number) => `${kind} · ${minutes} min`,
  goOnAct: 'Continue this question',
  quiz: 'Open quiz',
  quizMeta: (answered: number, count: number) => `${answered} of ${count} answered.`,
  quizUntil: (when: string) => `It closes ${when}.`,
  quizAct: 'Resume the quiz',
  study: 'Skills to study next',
  lowest: (estimate: number, low: number, high: number, n: number) => `${estimate} (${low}–${high}) over ${items(n)}`,
  few: (n: number) => `${items(n)} so far: not enough for an estimate`,
  untouched: (n: number) => `Not tried yet · ${questions(n)}`,
  studyAct: (skill: string) => `Practise ${skill}`,
  all: 'All questions',
  newQuiz: 'Take a timed quiz',
};
