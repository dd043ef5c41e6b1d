import { type AssessmentDraft, EMPTY_DRAFT } from '@holdout/assessment';

export const DEMO_TITLE = 'ML engineer, one hour';

/** Short, so that it is ready soon after the start: two programs have hidden data of their own, numbers have theirs already. */
export const DEMO_DRAFT: AssessmentDraft = {
  ...EMPTY_DRAFT,
  role: 'ml-engineer',
  level: 'mid',
  minutes: 60,
  passLine: 0.6,
  hasCalculator: true,
  introduction:
    'Three short questions and two programs. You can run your code on public cases as often as you like; hidden cases decide.',
  sections: [
    {
      id: 'numbers',
      title: 'Short questions',
      minutes: null,
      entries: [
        {
          kind: 'pool',
          id: 'numbers-1',
          draw: 3,
          skills: [],
          kinds: ['numeric'],
          levels: [1, 2, 3],
          unseenOnly: true,
          excluded: [],
          weight: 1,
        },
      ],
    },
    {
      id: 'code',
      title: 'Code',
      minutes: null,
      entries: [
        { kind: 'question', id: 'code-1', questionId: 'public/code.average-precision-ties', weight: 3 },
        { kind: 'question', id: 'code-2', questionId: 'public/code.shipped-revenue', weight: 3 },
      ],
    },
  ],
};
