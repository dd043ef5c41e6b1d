import {
  attemptClosedProblem,
  gradingUnavailableProblem,
  sourceRefusedProblem,
  tooManySubmissionsProblem,
} from '../../generated/outcomes';
import type { SendOutcome } from './submission.service';

/** The GraphQL problem for code that was not accepted. */
export function sendProblem(outcome: Exclude<SendOutcome, { kind: 'sent' }>) {
  switch (outcome.kind) {
    case 'closed':
      return attemptClosedProblem(outcome);
    case 'sourceRefused':
      return sourceRefusedProblem(outcome);
    case 'tooMany':
      return tooManySubmissionsProblem(outcome);
    case 'unavailable':
      return gradingUnavailableProblem(outcome);
  }
}
