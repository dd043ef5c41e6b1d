import { goalsOf, POSITION_LEVELS, type PositionLevel, ROLES, type SkillGoal } from '@holdout/assessment';

export const MINUTES = [10, 480] as const;
/** How much of the assessment a skill takes, relative to the others. */
export const SHARES = [1, 2, 3, 4] as const;
const DEFAULT_MINUTES = 90;

/** What the form of a proposal asks for. */
export type ShownWish = {
  readonly role: string;
  readonly level: PositionLevel;
  /** What was typed. */
  readonly minutes: string;
  /** Chosen instead of those of the role; null if none were. */
  readonly skills: readonly SkillGoal[] | null;
};

/** The wish in the address of the page; what the address leaves out is filled in. */
export function wishIn(search: URLSearchParams): ShownWish {
  const skills = search.getAll('skill').map(readGoal);
  return {
    role: ROLES.find((role) => role === search.get('role')) ?? ROLES[0],
    level: POSITION_LEVELS.find((level) => level === search.get('level')) ?? 'mid',
    minutes: search.get('minutes') ?? String(DEFAULT_MINUTES),
    skills: skills.length > 0 ? skills : null,
  };
}

/** The address with parts of the wish changed. */
export function withWish(search: URLSearchParams, change: Partial<ShownWish>): URLSearchParams {
  const next = new URLSearchParams(search);
  const { role, level, minutes, skills } = { ...wishIn(search), ...change };
  next.set('role', role);
  next.set('level', level);
  next.set('minutes', minutes);
  next.delete('skill');
  for (const { skillId, weight } of skills ?? []) next.append('skill', `${skillId}*${weight}`);
  return next;
}

/** The skills that an assessment for the wish measures. */
export const goalsIn = ({ role, level, skills }: ShownWish): readonly SkillGoal[] => skills ?? goalsOf(role, level);

/** The minutes that were typed; null if they are no whole number within the bounds. */
export function minutesIn({ minutes }: ShownWish): number | null {
  const value = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0;
  return value >= MINUTES[0] && value <= MINUTES[1] ? value : null;
}

function readGoal(text: string): SkillGoal {
  const [skillId = '', weight] = text.split('*');
  return { skillId, weight: SHARES.find((share) => String(share) === weight) ?? 1 };
}
