import { matchKind } from '../values/match-kind';
import type { Verdict } from '../contract/report';

/** A verdict as the end of a sentence, for the author of a question. */
export function verdictText(verdict: Verdict): string {
  return matchKind<Verdict, string>(verdict, {
    passed: () => 'passed',
    wrongAnswer: ({ hint }) => `gave a wrong answer${hint === undefined ? '' : `: ${hint}`}`,
    timeLimit: ({ limit, limitMs }) => `took more than ${limitMs} ms of ${limit} time`,
    memoryLimit: ({ limitBytes }) => `took more than ${limitBytes} bytes of memory`,
    outputLimit: ({ limitBytes }) => `gave more than ${limitBytes} bytes`,
    crashed: ({ detail, error }) => `failed: ${detail ?? error}`,
    exitedEarly: () => 'ended before it answered',
    forbiddenCall: () => 'made a call that the sandbox forbids',
    invalidAnswer: ({ reason }) => `gave an invalid answer: ${reason}`,
    notGraded: ({ reason }) => `was not run: ${reason}`,
  });
}
