import { withdrawnSkills } from './withdrawn-skills';

test('a skill of which every item was withdrawn is named, one with an item left is not', () => {
  const items = [
    { skills: ['sql', 'metrics'], state: 'withdrawn' },
    { skills: ['sql'], state: 'answered' },
    { skills: ['code'], state: 'withdrawn' },
  ] as const;
  expect(withdrawnSkills(items)).toEqual(['code', 'metrics']);
});

test('without withdrawn items no skill is without a figure', () => {
  expect(withdrawnSkills([{ skills: ['sql'], state: 'notReached' }])).toEqual([]);
  expect(withdrawnSkills([])).toEqual([]);
});
