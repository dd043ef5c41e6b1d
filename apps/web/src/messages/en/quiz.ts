const questions = (n: number) => (n === 1 ? '1 question' : `${n} questions`);

const make = {
  title: 'New quiz',
  what: 'A short set of questions, with or without a clock. Nothing is right or wrong until you submit; then every answer is explained.',
  kinds: 'Kinds of questions',
  ways: {
    key: 'Choice, numeric, plot, ordering, reading and short text',
    submission: 'Code and models, on the public cases until the end',
  },
  skills: 'Skills',
  skillsHint: 'All skills when none is chosen.',
  skill: (name: string, count: number) => `${name} (${count})`,
  count: 'How many questions',
  countHint: '1 to 40',
  clock: 'Clock',
  noClock: 'No clock',
  withClock: 'With a clock',
  minutes: 'Minutes',
  minutesHint: '1 to 180',
  start: 'Start the quiz',
  notEnough: (available: number) =>
    available === 0
      ? 'No question fits these skills. Choose others.'
      : `Only ${questions(available)} fit these skills. Take fewer, or choose more skills.`,
  take: (available: number) => `Take ${available}`,
  open: (answered: number, of: number) => `You have an open quiz, ${answered} of ${of} answered.`,
  goOn: 'Resume',
};

export const quiz = {
  make,
  itemTitle: (position: number, title: string) => `${position}. ${title}`,
  tab: (position: number, of: number) => `Item ${position} of ${of} · Quiz`,
  toReview: 'Review and submit',
  reviewTitle: 'Before you submit',
  reviewCounts: (answered: number, flagged: number, empty: number) =>
    `${answered} answered · ${flagged} flagged · ${empty} empty`,
  submitFixes: 'After submitting, the answers stay as they are and the explanations open.',
  submit: 'Submit quiz',
  goBack: 'Go back',
  closing: (unsent: number) => {
    if (unsent === 0) return 'Time is up. What was saved counts; the explanations open in a moment.';
    return `Time is up. Saving the last ${unsent === 1 ? 'answer' : `${unsent} answers`}.`;
  },
  explanations: 'Explanations',
  outcome: (earned: string, possible: string) => `${earned} of ${possible} points`,
  endedByClock: 'The clock ended this quiz. What was saved before counts.',
  bySkill: 'By skill',
  skill: 'Skill',
  points: 'Points',
  questions: 'Questions',
  of: (earned: string, possible: string) => `${earned} of ${possible}`,
  everyQuestion: 'Every question, wrong ones first',
  beingGraded: 'Still being graded',
  noFeedback: 'There is no explanation for this one.',
  practise: 'Practise this question',
  practiseSkill: (skill: string) => `Practise ${skill}`,
  another: 'New quiz',
};
