export const text = {
  answer: 'Your answer',
  limit: (most: number) => `One line, at most ${most} characters.`,
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  ignores: {
    both: 'Capitals and punctuation make no difference.',
    caseOnly: 'Capitals make no difference; punctuation does.',
    punctuationOnly: 'Punctuation makes no difference; capitals do.',
    none: 'Capitals and punctuation count.',
  },
  accepted: 'Accepted answers',
  suggests: (misconception: string) => `Your answer suggests: ${misconception}`,
  unknown: 'Your answer is none of the known ones, so a person must judge it.',
  compare: 'Compare it with the accepted answers: does it mean the same?',
  same: 'It means the same',
  different: 'It does not',
};
