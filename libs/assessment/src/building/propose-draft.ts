import type { AssessmentDraft, DraftSection, PoolEntry, PositionLevel, SkillGoal } from '../draft';
import { EMPTY_DRAFT } from '../draft';
import { type BankFacts, BankIndex } from './bank-facts';
import { DRAFT_LIMITS } from './draft-limits';
import { shortfallOf } from './draw-feasibility';
import { minutesOf } from './minutes';
import { type OptionsSummary, summaryOf } from './options-summary';
import { isAnswerable, questionsOf } from './resolved-draft';
import { goalsOf, LEVELS_OF } from './roles';

/** What somebody wants to measure. The goals are those of the role if `skills` is empty. */
export type Wish = {
  readonly role: string;
  readonly level: PositionLevel;
  readonly skills: readonly SkillGoal[];
  readonly minutes: number;
};

/**
 * The parts of a proposal: their kinds, their share of the time, what a question counts, and from which time limit on they
 * are used: long tasks would leave a short assessment with two questions.
 */
const PARTS = [
  { id: 'short', title: 'Short questions', kinds: ['numeric'], share: 0.45, weight: 1, from: 0 },
  { id: 'code', title: 'Code', kinds: ['code'], share: 0.4, weight: 3, from: 0 },
  { id: 'model', title: 'Models', kinds: ['model'], share: 0.1, weight: 4, from: 120 },
  { id: 'judgement', title: 'Judgement and design', kinds: ['scenario', 'design'], share: 0.15, weight: 3, from: 90 },
] as const;
type Part = (typeof PARTS)[number];

const PASS_LINE = 0.6;

/** A pool that may become part of the proposal. */
type Slot = {
  readonly part: Part;
  readonly goal: SkillGoal;
  readonly pool: PoolEntry;
  readonly options: OptionsSummary;
  readonly ids: ReadonlySet<string>;
  draw: number;
};

/**
 * A blueprint for a role: pools by goal and part, drawn from questions without a public answer. It adds one question after
 * another, first for goals that the role does not have, then where goal and part lack most, as long as all pools can be drawn together and
 * four in five people have time for everything. Without errors if it has any question at all.
 */
export function proposeDraft(wish: Wish, facts: BankFacts | BankIndex): AssessmentDraft {
  const bank = facts instanceof BankIndex ? facts : new BankIndex(facts);
  const goals = wish.skills.length > 0 ? wish.skills : goalsOf(wish.role, wish.level);
  const slots = goals.flatMap((goal) => slotsFor(goal, { wish, bank }));
  fill(slots, wish);
  const { role, level, skills, minutes } = wish;
  const chosen = { role, level, skills, minutes, passLine: PASS_LINE };
  return { ...EMPTY_DRAFT, ...chosen, sections: PARTS.flatMap((part) => sectionOf(part, slots)) };
}

type Setting = { readonly wish: Wish; readonly bank: BankIndex };

/**
 * Slots with questions. Long tasks are used in a short assessment only for a goal that the role does not have, if nothing else
 * measures it: whoever adds a goal wants to see it.
 */
function slotsFor(goal: SkillGoal, setting: Setting): readonly Slot[] {
  const all = PARTS.map((part) => slotOf(part, goal, setting)).filter(({ options }) => options.size > 0);
  const usual = all.filter(({ part }) => part.from <= setting.wish.minutes);
  return usual.length === 0 && isAdded(goal, setting.wish) ? all : usual;
}

const isAdded = ({ skillId }: SkillGoal, { role, level }: Wish): boolean =>
  goalsOf(role, level).every((goal) => goal.skillId !== skillId);

function slotOf(part: Part, goal: SkillGoal, { wish, bank }: Setting): Slot {
  const pool: PoolEntry = {
    kind: 'pool',
    id: `${part.id} ${goal.skillId}`,
    draw: 1,
    skills: [goal.skillId],
    kinds: part.kinds,
    levels: LEVELS_OF[wish.level],
    unseenOnly: true,
    excluded: [],
    weight: part.weight,
  };
  const options = questionsOf(pool, bank).filter((question) => isAnswerable(question, [], bank.languages));
  return { part, goal, pool, options: summaryOf(options, bank), ids: new Set(options.map(({ id }) => id)), draw: 0 };
}

function fill(slots: readonly Slot[], wish: Wish): void {
  const limit = wish.minutes;
  let open = slots;
  const isMissing = ({ goal }: Slot): boolean =>
    isAdded(goal, wish) && slots.every((slot) => slot.draw === 0 || slot.goal.skillId !== goal.skillId);
  for (let questions = 0; questions < DRAFT_LIMITS.questions && open.length > 0; questions++) {
    const need = needIn(slots, limit);
    const [next] = open.toSorted((a, b) => Number(isMissing(b)) - Number(isMissing(a)) || need(b) - need(a));
    if (next === undefined) return;
    next.draw += 1;
    if (next.draw <= DRAFT_LIMITS.draw && isPossible(slots, limit)) continue;
    // What does not fit now does not fit later either: more questions only take more time and options.
    next.draw -= 1;
    open = open.filter((slot) => slot !== next);
  }
}

function isPossible(slots: readonly Slot[], limit: number): boolean {
  const { p80 } = minutesOf(slots.map(({ draw, options }) => ({ count: draw, ...options })));
  return p80 <= limit && shortfallOf(slots.map(({ draw, ids }) => ({ need: draw, options: ids }))) === 0;
}

/** How much a slot's goal and part lack, as shares of the points and of the time. */
function needIn(slots: readonly Slot[], limit: number): (slot: Slot) => number {
  const points = slots.reduce((sum, { draw, pool }) => sum + draw * pool.weight, 0);
  const goals = new Map(slots.map(({ goal }) => [goal.skillId, goal.weight]));
  const total = [...goals.values()].reduce((sum, weight) => sum + weight, 0);
  const pointsOf = (skillId: string): number =>
    slots.reduce((sum, { draw, pool, goal }) => sum + (goal.skillId === skillId ? draw * pool.weight : 0), 0);
  const timeOf = (part: Part): number =>
    slots.reduce(
      (sum, slot) =>
        sum + (slot.part === part && slot.draw > 0 ? (slot.draw * slot.options.minutes) / slot.options.size : 0),
      0,
    );
  return ({ goal, part }) =>
    goal.weight / total - pointsOf(goal.skillId) / Math.max(1, points) + part.share - timeOf(part) / limit;
}

function sectionOf(part: Part, slots: readonly Slot[]): DraftSection[] {
  const entries = slots
    .filter((slot) => slot.part === part && slot.draw > 0)
    .map(({ pool, draw }): PoolEntry => ({ ...pool, draw }));
  return entries.length === 0 ? [] : [{ id: part.id, title: part.title, minutes: null, entries }];
}
