export const scenario = {
  answer: 'Your answer',
  followUp: (n: number) => `Follow-up ${n}`,
  limits: (min: number, max: number) => `${min} to ${max} words`,
  atMost: (max: number) => `At most ${max} words`,
  words: (count: number) => (count === 1 ? '1 word' : `${count} words`),
  tooMany: (count: number) =>
    count === 1
      ? '1 word too many. It is saved; shorten it before you go on.'
      : `${count} words too many. It is saved; shorten it before you go on.`,
  next: 'Show the follow-up',
  nextFixes: 'What you wrote above is then fixed. Later parts may come back to it.',
  fixed: 'Fixed',
  notSaved: 'The answer has not reached the server yet, so the follow-up cannot be shown.',
  writeFirst: 'Write an answer first; then the follow-up is shown.',
  shortenFirst: 'Shorten the answer first; then the follow-up is shown.',
  noMore: 'No follow-up comes after this one.',
  closed: 'This question takes no answers any more.',
  shown: (n: number) => `Follow-up ${n} is shown`,
  notReached: 'Not reached',
  nothing: 'Nothing was written here.',
};
