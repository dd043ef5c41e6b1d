import { skillsToStudy } from './skills-to-study';

const skill = (name: string) => ({ __typename: 'Skill' as const, id: name, name });
const known = (name: string, estimate: number) => ({
  __typename: 'SkillProgress' as const,
  skill: skill(name),
  n: 8,
  band: { __typename: 'Band' as const, estimate, low: estimate - 20, high: estimate + 20 },
});
const begun = (name: string) => ({ __typename: 'SkillProgress' as const, skill: skill(name), n: 2, band: null });
const there = (name: string, questionCount = 3) => ({ skill: skill(name), questionCount });
const names = (...args: Parameters<typeof skillsToStudy>) => skillsToStudy(...args).map((one) => one.skill.id);

test('the weakest known skill comes first', () => {
  expect(names([known('sql', 60), known('metrics', 30)], [])).toEqual(['metrics', 'sql']);
});

test('a skill that was begun comes before one never tried', () => {
  expect(names([begun('sql')], [there('pandas'), there('sql')])).toEqual(['sql', 'pandas']);
});

test('a skill that is already strong comes last', () => {
  expect(names([known('sql', 92)], [there('sql'), there('pandas')])).toEqual(['pandas', 'sql']);
});

test('no more than three are proposed', () => {
  expect(names([], [there('a'), there('b'), there('c'), there('d')])).toEqual(['a', 'b', 'c']);
});

test('a skill without questions is not proposed', () => {
  expect(names([], [there('a', 0), there('b')])).toEqual(['b']);
});

test('each proposal carries its reason', () => {
  expect(skillsToStudy([known('sql', 40), begun('metrics')], [there('pandas')]).map((one) => one.why)).toEqual([
    'lowest',
    'few',
    'untouched',
  ]);
});
