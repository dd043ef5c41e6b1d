import { type AssessmentDraft, type DraftSection, EMPTY_DRAFT, type PoolEntry, type PositionLevel } from '../draft';
import type { Role } from './roles';

/** A blueprint to start from. Its id is the key of its name and description in the catalogue of messages. */
export type Template = { readonly id: string; readonly draft: AssessmentDraft };

type Rule = readonly [draw: number, kinds: readonly string[], skills: readonly string[], levels: readonly number[]];

const WEIGHTS: Readonly<Record<string, number>> = { numeric: 1, code: 3, model: 4, scenario: 3, design: 4 };

function section(id: string, title: string, rules: readonly Rule[]): DraftSection {
  const entries = rules.map(([draw, kinds, skills, levels], index): PoolEntry => {
    const weight = WEIGHTS[kinds[0] ?? ''] ?? 1;
    return {
      kind: 'pool',
      id: `${id}-${index + 1}`,
      draw,
      kinds,
      skills,
      levels,
      unseenOnly: true,
      excluded: [],
      weight,
    };
  });
  return { id, title, minutes: null, entries };
}

type Head = { readonly role: Role; readonly level: PositionLevel; readonly minutes: number; readonly passLine: number };

const template = (id: string, head: Head, sections: readonly DraftSection[]): Template => ({
  id,
  draft: { ...EMPTY_DRAFT, ...head, hasCalculator: true, sections },
});

const NUMERIC = ['numeric'];
const CODE = ['code'];
const MODEL = ['model'];
const SCENARIO = ['scenario'];
const DESIGN = ['design'];

/**
 * Blueprints that can be published as they are with the public bank; a test checks each against it. They draw only kinds
 * whose answer cannot be looked up.
 */
export const TEMPLATES: readonly Template[] = [
  template('junior-ml-engineer', { role: 'ml-engineer', level: 'junior', minutes: 90, passLine: 0.6 }, [
    section('numbers', 'Short questions', [
      [1, NUMERIC, ['eval'], [1, 2]],
      [1, NUMERIC, ['stats', 'math'], [1, 2]],
      [1, NUMERIC, ['algo', 'dl'], [1, 2]],
      [1, NUMERIC, ['ops', 'systems'], [1, 2]],
    ]),
    section('code', 'Code', [
      [1, CODE, ['data', 'dataeng'], [2, 3]],
      [1, CODE, ['prog', 'algo', 'eval'], [1, 2]],
    ]),
  ]),
  template('mid-ml-engineer', { role: 'ml-engineer', level: 'mid', minutes: 120, passLine: 0.6 }, [
    section('numbers', 'Short questions', [
      [1, NUMERIC, ['eval'], [2, 3]],
      [1, NUMERIC, ['stats'], [2, 3]],
      [1, NUMERIC, ['math', 'algo'], [2, 3]],
      [1, NUMERIC, ['dl'], [2, 3]],
      [1, NUMERIC, ['ops'], [2, 3]],
    ]),
    section('code', 'Code', [
      [1, CODE, ['data', 'dataeng'], [2, 3]],
      [1, CODE, ['algo', 'eval', 'dl'], [3]],
    ]),
  ]),
  template('senior-ml-engineer', { role: 'ml-engineer', level: 'senior', minutes: 120, passLine: 0.6 }, [
    section('numbers', 'Short questions', [
      [1, NUMERIC, ['stats', 'math', 'eval'], [3, 4]],
      [1, NUMERIC, ['ops', 'dl', 'algo'], [3, 4]],
    ]),
    section('code', 'Code', [[1, CODE, ['prog', 'eval'], [3]]]),
    section('design', 'Design', [[1, DESIGN, [], [4, 5]]]),
  ]),
  template('data-scientist', { role: 'data-scientist', level: 'mid', minutes: 120, passLine: 0.6 }, [
    section('numbers', 'Short questions', [
      [2, NUMERIC, ['stats'], [2, 3]],
      [1, NUMERIC, ['eval', 'math'], [2, 3]],
    ]),
    section('code', 'Data and models', [
      [1, CODE, ['data', 'dataeng'], [2, 3]],
      [1, MODEL, [], [3]],
    ]),
  ]),
  template('ml-platform-engineer', { role: 'ml-platform-engineer', level: 'mid', minutes: 120, passLine: 0.6 }, [
    section('numbers', 'Short questions', [[2, NUMERIC, ['ops'], [2, 3]]]),
    section('code', 'Code', [
      [1, CODE, ['prog', 'ops'], [2, 3]],
      [1, CODE, ['dataeng.sql', 'dataeng.streaming'], [2, 3]],
    ]),
    section('judgement', 'Judgement', [[1, SCENARIO, ['ops', 'prog'], [3, 4]]]),
  ]),
  template('analytics-sql', { role: 'analytics', level: 'mid', minutes: 105, passLine: 0.6 }, [
    section('numbers', 'Short questions', [[2, NUMERIC, ['stats'], [2, 3]]]),
    section('sql', 'SQL', [
      [1, CODE, ['dataeng.sql'], [2, 3]],
      [1, CODE, ['dataeng.sql'], [3, 4]],
    ]),
  ]),
];

/** The template with this id; null if there is none. */
export function templateOf(id: string): Template | null {
  return TEMPLATES.find((each) => each.id === id) ?? null;
}
