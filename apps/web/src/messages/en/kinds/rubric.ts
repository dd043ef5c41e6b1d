import { counted } from '../counted';

export const rubric = {
  title: 'Marking criteria',
  hint: 'Each criterion earns its weight times its level.',
  weight: (weight: number) => `weight ${weight}`,
  level: (level: number) => `Level ${level}`,
  given: (level: number, top: number) => `Level ${level} of ${top}`,
  sampleLevel: (level: number) => `The strong answer is at level ${level}.`,
  redFlags: 'What counts against an answer',
  suggests: (misconception: string) => `It suggests: ${misconception}`,
  sample: 'A strong answer',
  self: 'Mark your own answer',
  selfHint:
    'In practice you mark your own answer. For each criterion, choose the highest level that your whole answer fully meets. Your own marks do not count towards a skill.',
  save: 'Save the marks',
  saved: 'Marks saved',
  missing: (count: number) => `Choose a level for each criterion: ${counted(count, 'criterion')} without one.`,
  nothingToMark: 'Nothing in this answer is waiting for marks.',
};
