export const progress = {
  title: 'Progress',
  skills: 'By skill',
  skillsHow:
    'The dot is the estimate in per cent, the thick bar holds it with 50 % certainty, the thin line with 95 %. The axis runs from 0 to 100. Repeats of a question count each time.',
  items: (n: number) => (n === 1 ? 'n = 1 item' : `n = ${n} items`),
  notEnough: 'Not enough yet',
  notEnoughWhy: (n: number, needed: number) => `n = ${n}; an estimate is shown from ${needed}.`,
  practise: (skill: string) => `Practise ${skill}`,
  practiseShort: 'Practise',
  empty: {
    title: 'Your progress will be here',
    detail:
      'Every answered question counts towards its skills. From five items on, a skill shows an estimate and how sure it is.',
    act: 'Choose a question',
  },
  quizzes: 'Quizzes',
  noQuizzes: 'No quiz ended yet. Ended quizzes stay here, with the explanation of every option.',
  newQuiz: 'Take a quiz',
  quizTable: 'Quizzes ended, newest first',
  quizColumns: { ended: 'Ended', items: 'Items', score: 'Score' },
  score: (earned: string, possible: string) => `${earned} of ${possible}`,
  delete: {
    title: 'Delete my data',
    account:
      'Deletes your account, every answer and every submission. Statistics keep counts without you. It cannot be undone.',
    guest: 'Deletes everything you practised as a guest in this browser. It cannot be undone.',
    open: 'Delete my data…',
    confirm: 'Delete for good',
    keep: 'Keep everything',
    password: 'Your password, to be sure that it is you',
    refused: 'That is not the password of this account. Nothing was deleted.',
    done: 'Your data is deleted.',
  },
};
