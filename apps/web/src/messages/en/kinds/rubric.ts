export const rubric = {
  title: 'What it is marked by',
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
    'Nobody marks practice but you. Give the highest level that your answer meets in full, wherever in it that is. Your marks count in no total of a skill.',
  save: 'Save the marks',
  saved: 'Marks saved',
  missing: (count: number) =>
    count === 1 ? 'One criterion has no level yet.' : `${count} criteria have no level yet.`,
  nothingToMark: 'Nothing in this answer waits for marks.',
};
