import { constants } from 'node:os';
import type { End, Limits } from '@holdout/sandbox';
import type { BoxOutcome, ChildExit, Stop } from './box';

/** How far the two clocks that processor time is read from may lie apart, and what the harness takes itself. */
const OWN_CPU_MS = 25;

/** How a program ended. What we and the kernel saw comes first; what the program says of itself last. */
export function endOf(outcome: BoxOutcome, answer: unknown, limits: Limits): End {
  const { exit, stopped } = outcome;
  if (exit === undefined) return { kind: 'sandboxFailed', reason: 'the box was lost with its zygote' };
  if (stopped !== undefined) return endOfStopped(stopped);
  if (wasOutOfMemory(outcome) || saysOverMemory(answer)) return { kind: 'overLimit', limit: 'memory' };
  if (exit.cpuMs > limits.cpuMs + OWN_CPU_MS) return { kind: 'overLimit', limit: 'cpu' };
  if (outcome.frame !== undefined) return { kind: 'answered' };
  return endOfProcess(exit);
}

function endOfStopped(stopped: Stop): End {
  if (stopped === 'aborted') return { kind: 'sandboxFailed', reason: 'the run was given up' };
  return { kind: 'overLimit', limit: stopped };
}

function wasOutOfMemory({ usage }: BoxOutcome): boolean {
  return usage !== undefined && usage.oomKills > 0;
}

function saysOverMemory(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'overLimit' in answer && answer.overLimit === 'memory';
}

function endOfProcess({ signal, code }: ChildExit): End {
  if (signal === null) return { kind: 'exited', code: code ?? 0 };
  if (signal === constants.signals.SIGSYS) return { kind: 'forbiddenCall' };
  // The program is process 1 of its namespace: neither it nor anybody near it can send it SIGKILL. What is left, once
  // we and the memory limit are ruled out, is the processor limit, whose own count comes out short now and then.
  if (signal === constants.signals.SIGKILL || signal === constants.signals.SIGXCPU) {
    return { kind: 'overLimit', limit: 'cpu' };
  }
  return { kind: 'signalled', signal: nameOf(signal) };
}

function nameOf(signal: number): string {
  return Object.entries(constants.signals).find(([, value]) => value === signal)?.[0] ?? `signal ${signal}`;
}
