import { gql } from '@apollo/client';
import type { CoverageState, DraftCheck } from '@holdout/assessment';
import type { Check_IssueFragment, Check_PartsFragment } from '../../generated/operations';

/** One issue. */
export const CHECK_ISSUE = gql`
  fragment Check_issue on AssessmentIssue {
    code
    severity
    sectionId
    entryId
    params {
      name
      value
    }
  }
`;

/** Issues and figures of a draft that the API has checked. */
export const CHECK_PARTS = gql`
  fragment Check_parts on AssessmentCheck {
    mayBePublished
    issues {
      ...Check_issue
    }
    figures {
      questions
      markedByPeople
      minutes {
        median
        p80
      }
      sections {
        sectionId
        questions
        minutes {
          median
          p80
        }
      }
      coverage {
        skillId
        state
        wanted
        expected
        levels
      }
      standardError {
        at
        value
      }
      expectedScore
      exposure {
        sharedByTwo
        peopleBeforeRepeat
      }
    }
  }
  ${CHECK_ISSUE}
`;

const STATES: Readonly<Record<Check_PartsFragment['figures']['coverage'][number]['state'], CoverageState>> = {
  MISSING: 'missing',
  OTHER_LEVELS: 'otherLevels',
  THIN: 'thin',
  COVERED: 'covered',
};

/** An issue of the API as `checkDraft` gives it. */
export const issueOf = (issue: Check_IssueFragment): DraftCheck['issues'][number] => ({
  code: issue.code,
  severity: issue.severity === 'ERROR' ? 'error' : 'warning',
  where: { sectionId: issue.sectionId, entryId: issue.entryId },
  params: Object.fromEntries(issue.params.map(({ name, value }) => [name, value])),
});

/** A check of the API as `checkDraft` gives it. */
export function checkOf({ issues, figures, mayBePublished }: Check_PartsFragment): DraftCheck {
  return {
    issues: issues.map(issueOf),
    figures: {
      ...figures,
      coverage: figures.coverage.map((row) => ({ ...row, state: STATES[row.state] })),
    },
    mayBePublished,
  };
}
