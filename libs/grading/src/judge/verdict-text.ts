import type { Verdict } from '../contract/report';

/** A verdict as the end of a sentence, for the author of a question. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return 'passed';
    case 'wrongAnswer':
      return `gave a wrong answer${verdict.hint === undefined ? '' : `: ${verdict.hint}`}`;
    case 'timeLimit':
      return `took more than ${verdict.limitMs} ms of ${verdict.limit} time`;
    case 'memoryLimit':
      return `took more than ${verdict.limitBytes} bytes of memory`;
    case 'outputLimit':
      return `gave more than ${verdict.limitBytes} bytes`;
    case 'crashed':
      return `failed: ${verdict.detail ?? verdict.error}`;
    case 'exitedEarly':
      return 'ended before it answered';
    case 'forbiddenCall':
      return 'made a call that the sandbox forbids';
    case 'invalidAnswer':
      return `gave an invalid answer: ${verdict.reason}`;
    case 'notGraded':
      return `was not run: ${verdict.reason}`;
  }
}
