import { counted } from '../counted';

export const text = {
  answer: 'Your answer',
  limit: (most: number) => `One line, at most ${most} characters.`,
  left: (count: number) => `${counted(count, 'character')} left`,
  ignores: {
    both: 'Case and punctuation are ignored.',
    caseOnly: 'Case is ignored; punctuation matters.',
    punctuationOnly: 'Punctuation is ignored; case matters.',
    none: 'Case and punctuation matter.',
  },
  accepted: 'Accepted answers',
  suggests: (misconception: string) => `Your answer suggests: ${misconception}`,
  unknown: 'Your answer matches none of the accepted answers, so a person must judge it. In practice that is you.',
  compare: 'Compare it with the accepted answers: does it mean the same?',
  same: 'It means the same',
  different: 'It does not',
};
