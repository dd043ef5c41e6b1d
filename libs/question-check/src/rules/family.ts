import type { CallAnswer, CallProgram, Limits, Value } from '@holdout/sandbox';
import { FAMILY_RUNNER } from '@holdout/bank';
import type { NumericBundle, NumericVariant, SourceFile } from '@holdout/bank';
import { drawVariants, MaterializeError } from '@holdout/grading';
import type { Finding } from '../finding';
import type { Lab } from '../lab';
import type { Rule } from '../subject';
import { KEPT } from '../subject';

const RULE = 'family';
const DRAWS = 20_000;
const LEAST_DISTINCT = 500;
/** Draws with close values are repeated. Above this share of repeats the distribution is not the one that the author wrote. */
const MOST_CLASHES = 0.5;
/** The share of draws in which a guessed number may be correct. */
const MOST_GUESSED = 0.5;
const LIMITS: Limits = { cpuMs: 60_000, wallMs: 180_000, memoryBytes: 1 << 30, outputBytes: 1 << 20 };

/** A program that draws many variants and returns only counts. */
const SURVEY = String.raw`
import { make } from './family.mjs';
import { rngOf } from './runner.mjs';
import { answer as oracle } from './oracle.mjs';

const { abs, max } = Math;
const edgeOf = ({ value, absTol = 0, relTol = 0 }) => max(absTol, relTol * abs(value));

export function survey(draws) {
  const seen = new Set();
  const found = { distinct: 0, clashes: 0, impure: 0, infinite: 0, disagreeing: 0, example: '' };
  for (let index = 0; index < draws; index++) {
    const seed = (index * 2654435761 % 4294967296).toString(16).padStart(8, '0') + '5eed5eed';
    const drawn = make(rngOf(seed));
    const face = JSON.stringify(drawn.shown);
    seen.add(face);
    if (JSON.stringify(make(rngOf(seed))) !== JSON.stringify(drawn)) found.impure += 1;
    const { value } = drawn.answer;
    if (![value, ...drawn.wrong.map((wrong) => wrong.value)].every(Number.isFinite)) found.infinite += 1;
    if (drawn.wrong.some((wrong) => abs(wrong.value - value) <= 2 * edgeOf(drawn.answer))) found.clashes += 1;
    if (oracle !== null && !(abs(oracle(drawn.shown) - value) <= edgeOf(drawn.answer))) {
      found.disagreeing += 1;
      found.example ||= face;
    }
  }
  found.distinct = seen.size;
  return found;
}
`;

/** Every variant of a family must have exactly one correct answer. */
export const family: Rule = {
  id: RULE,
  says: 'A numeric family is deterministic and finite, has 500 different variants, and a second method agrees on 20,000 draws.',
  async check({ question, lab }) {
    const { bundle, oracle } = question;
    if (bundle.kind !== 'numeric') return KEPT;
    const found = await surveyFamily(bundle, oracle, lab);
    const file = bundle.secret.family.path;
    const surveyed = problemsOf(found, oracle);
    const problems = surveyed.length > 0 ? surveyed : await problemsAsServed(bundle, question.hash, lab);
    return { findings: problems.map((message): Finding => ({ rule: RULE, file, message })) };
  },
};

type Found = Readonly<Record<'distinct' | 'clashes' | 'impure' | 'infinite' | 'disagreeing', number>> & {
  readonly example: string;
};

function problemsOf(found: Found | string, oracle: SourceFile | null): readonly string[] {
  if (typeof found === 'string') return [found];
  const { distinct, clashes, impure, infinite, disagreeing, example } = found;
  const checks: readonly (readonly [boolean, string])[] = [
    [impure > 0, `${impure} of ${DRAWS} draws differ for the same seed; use only rng, no clock and no state`],
    [
      infinite > 0,
      `${infinite} of ${DRAWS} draws have an answer or a wrong value that is not finite; narrow the parameters`,
    ],
    [
      distinct < LEAST_DISTINCT,
      `${DRAWS} draws have only ${distinct} different variants; widen the parameters to get at least ${LEAST_DISTINCT}`,
    ],
    [
      clashes > MOST_CLASHES * DRAWS,
      `${clashes} of ${DRAWS} draws have a wrong value within twice the tolerance of the answer; increase the distance`,
    ],
    [
      disagreeing > 0,
      `the oracle disagrees on ${disagreeing} of ${DRAWS} draws, for example ${example}; correct one of the two`,
    ],
    [oracle === null, 'there is no second method; name a file under "oracle"'],
  ];
  return checks.flatMap(([isWrong, message]) => (isWrong ? [message] : []));
}

async function surveyFamily(bundle: NumericBundle, oracle: SourceFile | null, lab: Lab): Promise<Found | string> {
  const { end, answer } = await lab.sandbox.run(surveyProgram(bundle, oracle), lab.signal);
  if (end.kind === 'sandboxFailed') throw new Error(`the family could not be drawn: ${end.reason}`);
  if (end.kind !== 'answered') return `drawing ${DRAWS} variants ended as ${end.kind}; speed up make(rng)`;
  const answered = answer as CallAnswer;
  if ('loadError' in answered) return `it cannot be loaded: ${answered.loadError.message}`;
  const [outcome] = answered.calls;
  if (!outcome?.ok) return `make(rng) throws: ${outcome?.error.message ?? 'it was not called'}`;
  return outcome.value as Record<string, Value> as unknown as Found;
}

/** Draws variants as an installation does, which refuses unfilled names and missing tolerances. */
async function problemsAsServed(bundle: NumericBundle, hash: string, lab: Lab): Promise<readonly string[]> {
  const job = { kind: 'drawVariants' as const, bundleHash: hash, seed: '5eed'.repeat(16), count: LEAST_DISTINCT };
  try {
    const variants = await drawVariants(job, bundle, lab.sandbox, lab.signal);
    const named = new Set(variants.flatMap(({ wrong }) => wrong.map(({ misconception }) => misconception)));
    const unknown = [...named]
      .filter((id) => !lab.isMisconception(id))
      .map((id) => `the misconception "${id}" is not known; add it to misconceptions.yaml or correct the spelling`);
    return [...unknown, ...guessable(variants)];
  } catch (error) {
    if (!(error instanceof MaterializeError)) throw error;
    return [error.message];
  }
}

/** Guesses that are correct too often: one constant, or a number that the statement shows. */
function guessable(variants: readonly NumericVariant[]): readonly string[] {
  const shareOf = (guess: (variant: NumericVariant) => number | string | undefined): number =>
    variants.filter((variant) => isRight(variant, guess(variant))).length / variants.length;
  const constant = Math.max(...variants.map(({ answer }) => shareOf(() => answer.value)));
  const shown = Object.keys(variants[0]?.shown ?? {}).filter(
    (name) => shareOf((variant) => variant.shown[name]) > MOST_GUESSED,
  );
  return [
    ...(constant > MOST_GUESSED
      ? [`one constant is correct in ${percent(constant)} of the draws; narrow the tolerance or widen the parameters`]
      : []),
    ...shown.map(
      (name) => `the statement shows the answer as {{${name}}} in most draws; ask for a value that is not shown`,
    ),
  ];
}

function isRight({ answer }: NumericVariant, guess: number | string | undefined): boolean {
  const { value, absTol = 0, relTol = 0 } = answer;
  return typeof guess === 'number' && Math.abs(guess - value) <= Math.max(absTol, relTol * Math.abs(value));
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function surveyProgram({ secret }: NumericBundle, oracle: SourceFile | null): CallProgram {
  return {
    profile: 'javascript',
    root: 'author',
    datasets: [],
    files: {
      'survey.mjs': SURVEY,
      'runner.mjs': FAMILY_RUNNER,
      'family.mjs': secret.family.text,
      'oracle.mjs': oracle?.text ?? 'export const answer = null;',
    },
    main: 'survey.mjs',
    entry: 'survey',
    calls: [[DRAWS]],
    limits: LIMITS,
  };
}
