import { weakestSkill, wrongFirst } from './next-step';

const score = (id: string, earned: number, possible: number) => ({
  __typename: 'SkillScore' as const,
  skill: { __typename: 'Skill' as const, id, name: id },
  earned,
  possible,
  items: possible,
});

test('goes on with the skill that lost the largest share', () => {
  expect(weakestSkill([score('a', 1, 2), score('b', 1, 4), score('c', 3, 3)])?.skill.id).toBe('b');
});

test('names no skill when nothing was lost', () => {
  expect(weakestSkill([score('a', 2, 2)])).toBeNull();
});

test('puts what went wrong first and keeps the order of the quiz otherwise', () => {
  const item = (position: number, earned: number) => ({ position, feedback: { earned, possible: 1 } });
  const order = wrongFirst([item(1, 1), item(2, 0), item(3, 0.5), item(4, 0)]).map(({ position }) => position);
  expect(order).toEqual([2, 4, 3, 1]);
});
