import { type AssessmentDraft, EMPTY_DRAFT } from '@holdout/assessment';

/** In lists the title alone must say that nobody took it. */
export const SIMULATED_TITLE = 'Simulated cohort: ML basics, 100 minutes';

const QUESTIONS = [
  'all-weights-zero',
  'automl-won-the-board',
  'batch-norm-at-batch-of-one',
  'does-it-need-a-ledger',
  'false-alarm-or-miss',
  'grid-or-random-search',
  'importance-of-twins',
  'judge-likes-the-longer',
  'library-for-the-job',
  'more-trees',
  'percentage-error-on-zeros',
  'point-that-moves-the-margin',
  'pr-or-roc-curve',
  'rare-event-accuracy',
  'row-or-column-store',
  'same-feature-two-values',
  'simple-model-wins',
  'skewed-partition',
  'split-fits-promise',
  'text-that-gives-orders',
  'unit-of-the-test',
  'unit-that-stopped-learning',
  'what-95-percent-covers',
  'what-to-freeze',
] as const;

/** Choices alone: nothing has to be generated first, and item statistics have options to show. */
export const SIMULATED_DRAFT: AssessmentDraft = {
  ...EMPTY_DRAFT,
  role: 'ml-engineer',
  level: 'junior',
  minutes: 100,
  passLine: 0.6,
  introduction: 'Simulated: nobody took this assessment. It shows what a cohort looks like.',
  sections: [
    {
      id: 'choices',
      title: 'Questions',
      minutes: null,
      entries: QUESTIONS.map((name) => ({
        kind: 'question',
        id: name,
        questionId: `public/choice.${name}`,
        weight: 1,
      })),
    },
  ],
};
