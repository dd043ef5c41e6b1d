import type { CoverageState as State, DraftCheck, DraftIssue } from '@holdout/assessment';
import type { AssessmentCheck, AssessmentIssue, CoverageState } from '../../generated/resolvers';
import { upper } from './draft-view';

const STATES = {
  missing: 'MISSING',
  otherLevels: 'OTHER_LEVELS',
  thin: 'THIN',
  covered: 'COVERED',
} as const satisfies Record<State, CoverageState>;

/** The schema's form of a check. */
export function checkView({ issues, figures, mayBePublished }: DraftCheck): AssessmentCheck {
  return {
    issues: issues.map(issueView),
    figures: {
      ...figures,
      coverage: figures.coverage.map((row) => ({ ...row, state: STATES[row.state] })),
    },
    mayBePublished,
  };
}

/** The schema's form of an issue: its parameters are texts. */
export function issueView({ code, severity, where, params }: DraftIssue): AssessmentIssue {
  const named = Object.entries(params).map(([name, value]) => ({ name, value: String(value) }));
  return { code, severity: upper(severity), ...where, params: named };
}
