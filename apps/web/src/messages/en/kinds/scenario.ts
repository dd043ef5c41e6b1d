import { counted } from '../counted';

export const scenario = {
  answer: 'Your answer',
  followUp: (n: number) => `Follow-up ${n}`,
  limits: (min: number, max: number) => `${min} to ${max} words`,
  atMost: (max: number) => `At most ${max} words`,
  words: (count: number) => counted(count, 'word'),
  tooMany: (count: number) => `${counted(count, 'word')} too many. It is saved; shorten it before you continue.`,
  next: 'Show the follow-up',
  nextFixes: 'Your answer above is then locked. Later follow-ups may refer to it.',
  fixed: 'Locked',
  notSaved: 'The answer has not reached the server yet, so the follow-up cannot be shown.',
  writeFirst: 'Write an answer first. Then the follow-up is shown.',
  shortenFirst: 'Shorten the answer first. Then the follow-up is shown.',
  noMore: 'There are no more follow-ups.',
  closed: 'This question no longer accepts answers.',
  stale: 'Another tab or device has saved a different answer since. It is shown now. Read it, then try again.',
  shown: (n: number) => `Follow-up ${n} is shown`,
  notReached: 'Not reached',
  nothing: 'Nothing was written here.',
};
