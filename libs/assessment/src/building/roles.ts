import type { PositionLevel, SkillGoal } from '../draft';

/** The roles that an assessment can be for. */
export const ROLES = ['ml-engineer', 'data-scientist', 'ml-platform-engineer', 'analytics'] as const;
export type Role = (typeof ROLES)[number];

/** The levels of questions for a level of position: what such a person does every day, and one step to each side. */
export const LEVELS_OF: Readonly<Record<PositionLevel, readonly number[]>> = {
  junior: [1, 2, 3],
  mid: [2, 3, 4],
  senior: [3, 4, 5],
};

/** What a role is measured on: domains of the public taxonomy with their weights. A decision of ours (ADR 28). */
const GOALS: Readonly<Record<Role, Readonly<Record<string, number>>>> = {
  'ml-engineer': { algo: 3, eval: 3, data: 2, prog: 2, dataeng: 2, dl: 2, ops: 2, stats: 1, math: 1 },
  'data-scientist': { stats: 3, eval: 3, data: 3, algo: 2, dataeng: 2, math: 1, people: 1 },
  'ml-platform-engineer': { ops: 3, dataeng: 3, prog: 3, systems: 1, eval: 1, data: 1 },
  analytics: { dataeng: 4, data: 3, stats: 3, role: 1, people: 1 },
};

/** Senior people also decide on designs and lead others. */
const OF_SENIORS: Readonly<Record<Role, Readonly<Record<string, number>>>> = {
  'ml-engineer': { design: 2, systems: 2, people: 1 },
  'data-scientist': { role: 1, resp: 1 },
  'ml-platform-engineer': { design: 3 },
  analytics: {},
};

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** The goals of a role at a level; none for an unknown role. */
export function goalsOf(role: string | null, level: PositionLevel | null): readonly SkillGoal[] {
  if (role === null || !isRole(role)) return [];
  const all = level === 'senior' ? { ...GOALS[role], ...OF_SENIORS[role] } : GOALS[role];
  return Object.entries(all).map(([skillId, weight]) => ({ skillId, weight }));
}
