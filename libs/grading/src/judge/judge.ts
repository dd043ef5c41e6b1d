import type { End, Limits } from '@holdout/sandbox';
import type { Verdict } from '../contract/report';

/**
 * The verdict on how a program ended; null if it answered, because then the answer decides. A failure of ours is
 * `notGraded` and never counts against the candidate.
 */
export function judge(end: End, limits: Limits): Verdict | null {
  switch (end.kind) {
    case 'answered':
      return null;
    case 'exited':
      return { kind: 'exitedEarly' };
    case 'signalled':
      return { kind: 'crashed', error: end.signal };
    case 'overLimit':
      return judgeLimit(end, limits);
    case 'forbiddenCall':
      return { kind: 'forbiddenCall' };
    case 'sandboxFailed':
      return { kind: 'notGraded', reason: end.reason };
  }
}

function judgeLimit(end: Extract<End, { kind: 'overLimit' }>, limits: Limits): Verdict {
  switch (end.limit) {
    case 'cpu':
      return { kind: 'timeLimit', limit: 'cpu', limitMs: limits.cpuMs };
    case 'wall':
      return { kind: 'timeLimit', limit: 'wall', limitMs: limits.wallMs };
    case 'total':
      return { kind: 'timeLimit', limit: 'total', limitMs: end.totalMs };
    case 'memory':
      return { kind: 'memoryLimit', limitBytes: limits.memoryBytes };
    case 'output':
      return { kind: 'outputLimit', limitBytes: limits.outputBytes };
  }
}

/** One verdict for several: `notGraded` if any is, else the first that did not pass, else `passed`. */
export function verdictOfAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return { kind: 'notGraded', reason: 'no case was run' };
  const ours = verdicts.find((verdict) => verdict.kind === 'notGraded');
  return ours ?? verdicts.find((verdict) => verdict.kind !== 'passed') ?? { kind: 'passed' };
}
