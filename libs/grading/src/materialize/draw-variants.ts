import { FAMILY_RUNNER, isStorableJson, slotsOf } from '@holdout/bank';
import type { NumericBundle, NumericVariant } from '@holdout/bank';
import type { CallProgram, Sandbox, Value } from '@holdout/sandbox';
import { MaterializeError, SandboxFailedError } from '../contract/errors';
import { failureOf } from './generate';
import type { DrawVariantsJob } from '../contract/job';
import { returnedBy } from '../judge/judge-answers';
import { AUTHOR_LIMITS } from '../run/programs';
import { readVariant } from './read-variant';
import { runnerOf } from '../contract/runner';

/** Draws the variants of a numeric family in a box with the author's root, and validates each of them outside it. */
export async function drawVariants(
  job: DrawVariantsJob,
  bundle: NumericBundle,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<readonly NumericVariant[]> {
  const { path } = bundle.secret.family;
  const ran = await runnerOf(sandbox, signal)(familyProgram(job, bundle));
  const [returned] = returnedBy(ran, { limits: AUTHOR_LIMITS }, 1, 'public');
  if (returned === undefined) throw new SandboxFailedError('the family was not run');
  if ('verdict' in returned) throw failureOf(path, returned.verdict);
  const variants = readVariants(returned.value);
  if (variants === null || variants.length !== job.count || !isStorableJson(variants)) {
    throw new MaterializeError(`${path}: make(rng) must return {shown, answer, wrong} of numbers and strings`);
  }
  checkSlots(bundle, variants);
  return variants;
}

function familyProgram({ seed, count }: DrawVariantsJob, bundle: NumericBundle): CallProgram {
  return {
    profile: 'javascript',
    root: 'author',
    datasets: [],
    files: { 'runner.mjs': FAMILY_RUNNER, 'family.mjs': bundle.secret.family.text },
    main: 'runner.mjs',
    entry: 'draw',
    calls: [[seed, 0, count]],
    limits: { ...AUTHOR_LIMITS, cpuMs: 20_000, wallMs: 60_000, memoryBytes: 512 * 1024 * 1024 },
  };
}

function readVariants(value: Value): readonly NumericVariant[] | null {
  if (!Array.isArray(value)) return null;
  const variants = (value as readonly Value[]).map(readVariant);
  return variants.every((variant) => variant !== null) ? variants : null;
}

/** A `{{name}}` without a value would be shown to candidates. */
function checkSlots({ candidate, secret }: NumericBundle, variants: readonly NumericVariant[]): void {
  const asked = slotsOf([candidate.statement, ...candidate.hints].join('\n'));
  const explained = slotsOf(secret.explanation);
  for (const { shown, explained: more = {} } of variants) {
    const missing = [
      ...asked.filter((name) => !Object.hasOwn(shown, name)),
      ...explained.filter((name) => !Object.hasOwn(shown, name) && !Object.hasOwn(more, name)),
    ];
    if (missing.length > 0)
      throw new MaterializeError(`question.md names {{${missing.join('}}, {{')}}}, which family.mjs does not return`);
  }
}
