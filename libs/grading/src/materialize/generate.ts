import { canonicalJson, isStorableJson } from '@holdout/bank';
import type { CodeBundle, ModelBundle } from '@holdout/bank';
import type { Run, Value } from '@holdout/sandbox';
import { MaterializeError, SandboxFailedError } from '../contract/errors';
import type { MaterializeJob } from '../contract/job';
import { returnedBy } from '../judge/judge-answers';
import { AUTHOR_LIMITS, generatorProgram } from '../run/programs';
import type { Verdict } from '../contract/report';
import type { Runner } from '../contract/runner';
import { verdictText } from '../judge/verdict-text';

export type Generated = { readonly public: Value; readonly hidden: Value };

/**
 * Runs the generator for both parts, and again in another process for the hidden one. A generator that depends on the
 * clock, on an unseeded random generator or on the order of a set gives different values the second time.
 */
export async function generate(job: MaterializeJob, bundle: CodeBundle | ModelBundle, run: Runner): Promise<Generated> {
  const publicCall = [seedOf(job.publicSeed), 'public'];
  const hiddenCall = [seedOf(job.hiddenSeed), 'hidden'];
  const { path } = bundle.secret.make;
  const [made, again] = [
    await run(generatorProgram(bundle.secret, [publicCall, hiddenCall])),
    await run(generatorProgram(bundle.secret, [hiddenCall])),
  ];
  const [publicPart, hiddenPart] = valuesOf(made, 2, path);
  const [hiddenAgain] = valuesOf(again, 1, path);
  if (publicPart === undefined || hiddenPart === undefined || hiddenAgain === undefined) {
    throw new SandboxFailedError('the generator was not run');
  }
  if (canonicalJson(hiddenPart) !== canonicalJson(hiddenAgain)) {
    throw new MaterializeError(
      `${path}: make(seed, "hidden") returned different values when run again; derive every random generator from the seed`,
    );
  }
  for (const part of [publicPart, hiddenPart]) {
    if (!isStorableJson(part))
      throw new MaterializeError(`${path}: a string contains NUL or invalid Unicode, which cannot be stored`);
  }
  return { public: publicPart, hidden: hiddenPart };
}

function seedOf(decimal: string): number {
  const seed = Number(decimal);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('a seed is an integer below 2^53');
  return seed;
}

function valuesOf(run: Run, count: number, path: string): readonly Value[] {
  return returnedBy(run, { limits: AUTHOR_LIMITS }, count, 'public').map((returned) => {
    if ('value' in returned) return returned.value;
    throw failureOf(`${path}: make(seed, part)`, returned.verdict);
  });
}

/** The error for a program of the author's that failed: ours if the sandbox failed, else the author's. */
export function failureOf(what: string, verdict: Verdict): Error {
  if (verdict.kind === 'notGraded') return new SandboxFailedError(verdict.reason);
  return new MaterializeError(`${what} ${verdictText(verdict)}`);
}
