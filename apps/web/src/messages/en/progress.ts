import { counted } from './counted';

export const progress = {
  title: 'Progress',
  skills: 'By skill',
  skillsHow:
    'The dot is the estimate in per cent, the thick bar its 50\u00a0% interval, the thin line its 95\u00a0% interval. The axis runs from 0 to 100. Each repeat of a question counts.',
  items: (n: number) => `n = ${counted(n, 'item')}`,
  notEnough: 'Not enough yet',
  notEnoughWhy: (n: number, needed: number) => `n = ${n}; an estimate is shown from ${needed}.`,
  practise: (skill: string) => `Practise ${skill}`,
  practiseShort: 'Practise',
  empty: {
    title: 'Your progress will be here',
    detail:
      'Every answered question counts towards its skills. From five items on, a skill shows an estimate with its error.',
    act: 'Choose a question',
  },
  quizzes: 'Quizzes',
  noQuizzes: 'No quiz has ended yet. Ended quizzes are kept here, with every option explained.',
  newQuiz: 'Take a quiz',
  quizTable: 'Ended quizzes, newest first',
  quizColumns: { ended: 'Ended', items: 'Items', score: 'Score' },
  score: (earned: string, possible: string) => `${earned} of ${possible}`,
  delete: {
    title: 'Delete my data',
    account:
      'Deletes your account, every answer and every submission. Statistics keep anonymous counts. This cannot be undone.',
    guest: 'Deletes everything you practised as a guest in this browser. This cannot be undone.',
    open: 'Delete my data…',
    confirm: 'Delete permanently',
    keep: 'Keep everything',
    password: 'Your password, to confirm that it is you',
    refused: 'This is not the password of this account. Nothing was deleted.',
    done: 'Your data was deleted.',
  },
};
