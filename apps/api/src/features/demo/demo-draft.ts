import { type AssessmentDraft, EMPTY_DRAFT, type PoolEntry } from '@holdout/assessment';

export const DEMO_TITLE = 'ML engineer, 90 minutes';

const pool = (id: string, draw: number, skills: readonly string[]): PoolEntry => ({
  kind: 'pool',
  ...{ id, draw, skills },
  kinds: ['numeric'],
  levels: [2, 3],
  unseenOnly: true,
  excluded: [],
  weight: 1,
});

const program = (id: string, questionId: string) => ({ kind: 'question', id, questionId, weight: 2 }) as const;

/**
 * Few programs, so that it is ready soon after the start: two have hidden data of their own, numbers have theirs already. It
 * says what it measures, and four in five people have time for it.
 */
export const DEMO_DRAFT: AssessmentDraft = {
  ...EMPTY_DRAFT,
  role: 'ml-engineer',
  level: 'mid',
  minutes: 90,
  passLine: 0.6,
  hasCalculator: true,
  skills: ['eval', 'dataeng', 'prog', 'algo', 'stats', 'ops'].map((skillId) => ({ skillId, weight: 1 })),
  introduction:
    'Four short questions and two programs. You can run your code on public cases as often as you like; hidden cases decide.',
  sections: [
    {
      id: 'numbers',
      title: 'Short questions',
      minutes: null,
      entries: [
        pool('evaluation', 1, ['eval']),
        pool('statistics', 1, ['stats']),
        pool('learning', 1, ['algo']),
        pool('operation', 1, ['ops']),
      ],
    },
    {
      id: 'code',
      title: 'Code',
      minutes: null,
      entries: [
        program('code-1', 'public/code.average-precision-ties'),
        program('code-2', 'public/code.shipped-revenue'),
      ],
    },
  ],
};
