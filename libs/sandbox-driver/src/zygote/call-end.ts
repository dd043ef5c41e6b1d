import { constants } from 'node:os';
import type { End, Limits } from '@holdout/sandbox';
import type { BoxOutcome, ChildExit, Stop } from './box';

/** How far the two clocks that processor time is read from may lie apart, and what the harness takes itself. */
const OWN_CPU_MS = 25;

/** How a program ended. What we and the kernel saw comes first; what the program says of itself last. */
export function endOf(outcome: BoxOutcome, answer: unknown, limits: Limits): End {
  const { exit, stopped, lostWith } = outcome;
  if (exit === undefined) return { kind: 'sandboxFailed', reason: `the box was lost with its zygote: ${lostWith}` };
  if (stopped !== undefined) return endOfStopped(stopped);
  if (wasOutOfMemory(outcome) || saysOverMemory(answer)) return { kind: 'overLimit', limit: 'memory' };
  if (diedOfFullHeap(exit, outcome.stderr)) return { kind: 'overLimit', limit: 'memory' };
  if (exit.cpuMs > limits.cpuMs + OWN_CPU_MS) return { kind: 'overLimit', limit: 'cpu' };
  if (outcome.frame !== undefined) return { kind: 'answered' };
  return endOfProcess(exit, limits);
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

/** What Node says last when its heap is full. A program that says so itself, and then crashes, only renames its crash. */
const LAST_WORDS = 'JavaScript heap out of memory';

function diedOfFullHeap({ signal }: ChildExit, stderr: string): boolean {
  return signal !== null && signal !== constants.signals.SIGKILL && stderr.includes(LAST_WORDS);
}

function endOfProcess({ signal, code, cpuMs }: ChildExit, limits: Limits): End {
  if (signal === null) return { kind: 'exited', code: code ?? 0 };
  if (signal === constants.signals.SIGSYS) return { kind: 'forbiddenCall' };
  if (signal === constants.signals.SIGKILL || signal === constants.signals.SIGXCPU) return endOfKilled(cpuMs, limits);
  return { kind: 'signalled', signal: nameOf(signal) };
}

/**
 * The program is process 1 of its namespace: neither it nor anybody near it can send it SIGKILL. Once we and the memory
 * limit are ruled out, it is the processor limit, whose own count comes out short now and then; or, when it comes out far
 * too short, somebody on this machine: its administrator, or a kernel that is out of memory.
 */
function endOfKilled(cpuMs: number, limits: Limits): End {
  if (cpuMs >= limits.cpuMs / 2) return { kind: 'overLimit', limit: 'cpu' };
  return { kind: 'sandboxFailed', reason: 'the box was killed by somebody outside it' };
}

function nameOf(signal: number): string {
  return Object.entries(constants.signals).find(([, value]) => value === signal)?.[0] ?? `signal ${signal}`;
}
