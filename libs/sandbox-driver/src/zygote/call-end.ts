import { constants } from 'node:os';
import type { End, Limits } from '@holdout/sandbox';
import type { BoxOutcome, ChildExit, Stop } from './box';

/** Tolerance: the two clocks that measure CPU time differ by a few ms, and the harness uses some itself. */
const CPU_TOLERANCE_MS = 25;

/** How a run ended. What the kernel and this process observed takes precedence over what the program claims. */
export function endOf(outcome: BoxOutcome, answer: unknown, limits: Limits): End {
  const { exit, stopped, lostReason } = outcome;
  if (exit === undefined) return { kind: 'sandboxFailed', reason: `the zygote of the box exited: ${lostReason}` };
  if (stopped !== undefined) return endOfStopped(stopped);
  if (wasOutOfMemory(outcome) || claimsOutOfMemory(answer)) return { kind: 'overLimit', limit: 'memory' };
  if (heapWasFull(exit, outcome.stderr)) return { kind: 'overLimit', limit: 'memory' };
  if (exit.cpuMs > limits.cpuMs + CPU_TOLERANCE_MS) return { kind: 'overLimit', limit: 'cpu' };
  if (outcome.frame !== undefined) return { kind: 'answered' };
  return endOfProcess(exit, limits);
}

function endOfStopped(stopped: Stop): End {
  if (stopped === 'aborted') return { kind: 'sandboxFailed', reason: 'the run was aborted' };
  return { kind: 'overLimit', limit: stopped };
}

function wasOutOfMemory({ usage }: BoxOutcome): boolean {
  return usage !== undefined && usage.oomKills > 0;
}

function claimsOutOfMemory(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'overLimit' in answer && answer.overLimit === 'memory';
}

/**
 * Node's message when its heap is full. A program that prints it and then crashes only changes the name of its crash.
 */
const HEAP_MESSAGE = 'JavaScript heap out of memory';

function heapWasFull({ signal }: ChildExit, stderr: string): boolean {
  return signal !== null && signal !== constants.signals.SIGKILL && stderr.includes(HEAP_MESSAGE);
}

function endOfProcess({ signal, code, cpuMs }: ChildExit, limits: Limits): End {
  if (signal === null) return { kind: 'exited', code: code ?? 0 };
  if (signal === constants.signals.SIGSYS) return { kind: 'forbiddenCall' };
  if (signal === constants.signals.SIGKILL || signal === constants.signals.SIGXCPU) return endOfKilled(cpuMs, limits);
  return { kind: 'signalled', signal: nameOf(signal) };
}

/**
 * The program is process 1 of its PID namespace, so no process in the namespace can send it SIGKILL. After our own
 * kills and the memory limit are ruled out, it was the CPU limit, for which the measured time is sometimes slightly
 * short. If it is far too short, the signal came from outside: an administrator, or a host out of memory.
 */
function endOfKilled(cpuMs: number, limits: Limits): End {
  if (cpuMs >= limits.cpuMs / 2) return { kind: 'overLimit', limit: 'cpu' };
  return { kind: 'sandboxFailed', reason: 'the box was killed from outside the sandbox' };
}

function nameOf(signal: number): string {
  return Object.entries(constants.signals).find(([, value]) => value === signal)?.[0] ?? `signal ${signal}`;
}
