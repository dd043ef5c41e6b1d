const items = (n: number) => (n === 1 ? '1 item' : `${n} items`);

export const home = {
  title: 'Holdout',
  promise: 'Graded on data you have not seen, with a score that knows its own error.',
  what: 'Questions as a machine-learning engineer meets them at work and in interviews: metrics, statistics, data, SQL, Python and models. Code runs against hidden data; every option is explained.',
  try: 'Try one now',
  tryAct: 'Answer it here',
  tryMeta: (level: number, minutes: number) => `Level ${level} · ${minutes} min · no account needed`,
  practise: {
    title: 'Practise',
    detail: (n: number) =>
      n === 1 ? '1 question, free, no account needed.' : `${n} questions, free, no account needed.`,
    act: 'Choose a question',
  },
  build: {
    title: 'Build an assessment',
    detail:
      'Building is for members of an organization, and is not part of this version yet. Members can sign in and see their organization.',
    act: 'Sign in as a member',
  },
  welcome: (name: string) => `Welcome, ${name}`,
  welcomeGuest: 'Welcome back',
  goOn: 'Continue',
  goOnMeta: (kind: string, minutes: number) => `${kind} · ${minutes} min`,
  goOnAct: 'Continue this question',
  quiz: 'A quiz is open',
  quizMeta: (answered: number, count: number) => `${answered} of ${count} answered.`,
  quizUntil: (when: string) => `It closes ${when}.`,
  quizAct: 'Go back to the quiz',
  study: 'Skills to study next',
  lowest: (estimate: number, low: number, high: number, n: number) => `${estimate} (${low}–${high}) over ${items(n)}`,
  few: (n: number) => `${items(n)} so far: not enough yet to say`,
  untouched: (n: number) => `Not tried yet; ${n === 1 ? '1 question' : `${n} questions`}`,
  studyAct: (skill: string) => `Practise ${skill}`,
  all: 'All questions',
  newQuiz: 'Take a timed quiz',
};
