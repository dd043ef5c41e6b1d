import {
  attemptClosedProblem,
  gradingUnavailableProblem,
  sourceRefusedProblem,
  staleRevisionProblem,
  tooManySubmissionsProblem,
} from '../../generated/outcomes';
import { responseView } from '../attempt/response-view';
import type { SendOutcome } from './submission.service';

/** The GraphQL problem for submitted code that was not accepted. */
export function submitProblem(outcome: Exclude<SendOutcome, { kind: 'sent' }>) {
  return outcome.kind === 'stale'
    ? staleRevisionProblem({ current: responseView(outcome.item) })
    : sendProblem(outcome);
}

/** The GraphQL problem for code that was not accepted, other than by its revision. */
export function sendProblem(outcome: Exclude<SendOutcome, { kind: 'sent' | 'stale' }>) {
  switch (outcome.kind) {
    case 'closed':
      return attemptClosedProblem({ ...outcome, isKept: false });
    case 'sourceRefused':
      return sourceRefusedProblem(outcome);
    case 'tooMany':
      return tooManySubmissionsProblem(outcome);
    case 'unavailable':
      return gradingUnavailableProblem(outcome);
  }
}
