import { gql, type TypedDocumentNode } from '@apollo/client';
import type { SentCode_SubmissionFragment, VerdictView_VerdictFragment } from '../../generated/operations';

export const VERDICT_VIEW: TypedDocumentNode<VerdictView_VerdictFragment> = gql`
  fragment VerdictView_verdict on Verdict {
    kind
    timeLimit
    limit
    reason
    traceback
    line
  }
`;

/** The fields of submitted code that a list shows. */
export const SENT_CODE: TypedDocumentNode<SentCode_SubmissionFragment> = gql`
  fragment SentCode_submission on Submission {
    id
    sentAt
    language
    source
    status
    earned
    possible
    verdict {
      ...VerdictView_verdict
    }
  }
  ${VERDICT_VIEW}
`;

export type SentCode = SentCode_SubmissionFragment;
