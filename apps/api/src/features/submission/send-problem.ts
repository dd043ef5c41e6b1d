import type {
  AttemptClosedProblem,
  GradingUnavailableProblem,
  SourceRefusedProblem,
  TooManySubmissionsProblem,
} from '../../generated/resolvers';
import type { SendOutcome } from './submission.service';

type SendProblem = AttemptClosedProblem | GradingUnavailableProblem | SourceRefusedProblem | TooManySubmissionsProblem;

/** Why code was not taken, as the client can act on it. */
export function sendProblem(outcome: Exclude<SendOutcome, { kind: 'sent' }>): Required<SendProblem> {
  switch (outcome.kind) {
    case 'closed':
      return { __typename: 'AttemptClosedProblem', code: 'ATTEMPT_CLOSED', closedAt: outcome.closedAt };
    case 'sourceRefused':
      return {
        __typename: 'SourceRefusedProblem',
        code: 'SOURCE_REFUSED',
        reason: outcome.reason,
        limitBytes: outcome.limitBytes,
      };
    case 'tooMany':
      return { __typename: 'TooManySubmissionsProblem', code: 'TOO_MANY_SUBMISSIONS', nextAt: outcome.nextAt };
    case 'unavailable':
      return { __typename: 'GradingUnavailableProblem', code: 'GRADING_UNAVAILABLE', reason: outcome.reason };
  }
}
