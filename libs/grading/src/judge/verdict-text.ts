import type { Verdict } from '../contract/report';

const CLOCKS = {
  cpu: 'CPU time limit',
  wall: 'wall clock time limit',
  total: 'time limit for all groups together',
} as const;

/** A verdict as a verb phrase, for authors: `exceeded the memory limit of 1048576 bytes`. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return 'passed';
    case 'wrongAnswer':
      return `gave a wrong answer${verdict.hint === undefined ? '' : `: ${verdict.hint}`}`;
    case 'timeLimit':
      return `exceeded the ${CLOCKS[verdict.limit]} of ${verdict.limitMs} ms`;
    case 'memoryLimit':
      return `exceeded the memory limit of ${verdict.limitBytes} bytes`;
    case 'outputLimit':
      return `exceeded the output limit of ${verdict.limitBytes} bytes`;
    case 'crashed':
      return `failed with a runtime error: ${verdict.detail ?? verdict.error}`;
    case 'exitedEarly':
      return 'exited before it returned an answer';
    case 'forbiddenCall':
      return 'made a system call that the sandbox forbids';
    case 'mutatedInput':
      return 'changed an argument, which the question forbids';
    case 'forbiddenImport':
      return `imported ${verdict.name ?? 'a module'}, which the question forbids`;
    case 'invalidAnswer':
      return `returned an invalid answer: ${verdict.reason}`;
    case 'notRun':
      return 'was not run, because the submission had used up its limits before';
    case 'notGraded':
      return `was not run: ${verdict.reason}`;
  }
}
