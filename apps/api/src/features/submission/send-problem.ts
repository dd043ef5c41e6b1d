import {
  attemptClosedProblem,
  gradingUnavailableProblem,
  sourceRefusedProblem,
  tooManySubmissionsProblem,
} from '../../generated/outcomes';
import type { SendOutcome } from './submission.service';

/** Why code was not taken, as the client can act on it. */
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
