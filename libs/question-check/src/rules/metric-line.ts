import { isHigherBetter } from '@holdout/bank';
import type { Language, ModelBundle } from '@holdout/bank';
import type { MaterializedData, MetricReport } from '@holdout/grading';
import type { Finding } from '../finding';
import { type Runnable, runnableOf } from '../runnable';
import type { Rule, Subject } from '../subject';
import { KEPT } from '../subject';
import { SEEDS } from './references';

const RULE = 'metric-line';
const LEAST = 3;
/** Half the width of a 95 % interval, in standard errors. */
const Z = 1.96;

/** Sampling error must not decide whether a solution reaches the pass line. */
export const metricLine: Rule = {
  id: RULE,
  says: 'The pass line is at least three standard errors from the reference and from the best mutant.',
  async check(subject) {
    const question = runnableOf(subject.question);
    if (question?.bundle.kind !== 'model') return KEPT;
    const findings: Finding[] = [];
    for (const seed of SEEDS.slice(0, 2)) {
      const { hiddenData } = await subject.lab.materialize(question, seed);
      for (const entry of entriesOf(question, question.bundle))
        findings.push(...(await checkEntry(question, hiddenData, entry, { seed, subject })));
    }
    return { findings };
  },
};

type Entry = { readonly language: Language; readonly path: string; readonly source: string; readonly side: 1 | -1 };

function entriesOf(question: Runnable, bundle: ModelBundle): readonly Entry[] {
  const solutions = Object.entries(bundle.secret.solutions).map(([language, { path, text }]) => ({
    language: language as Language,
    path,
    source: text,
    side: 1 as const,
  }));
  const wrong = question.mutants
    .filter(({ by }) => by === 'metric')
    .map(({ language, source }) => ({ language, path: source.path, source: source.text, side: -1 as const }));
  return [...solutions, ...wrong];
}

async function checkEntry(
  question: Runnable,
  data: MaterializedData,
  { language, path, source, side }: Entry,
  { seed, subject }: { readonly seed: number; readonly subject: Subject },
): Promise<readonly Finding[]> {
  const { metric } = await subject.lab.gradeOnce(question, data, { language, source });
  if (metric === null) return [{ rule: RULE, file: path, message: `there is no metric for seed ${seed}` }];
  const away = errorsAway(metric) * side;
  // A mutant that fails a guard need not miss the pass line as well.
  if (away >= LEAST || (side < 0 && isStoppedByGuard(metric))) return [];
  const where = `${metric.value.toFixed(3)} on seed ${seed}, ${away.toFixed(1)} standard errors beyond the pass line ${metric.pass}`;
  return [
    { rule: RULE, file: path, message: `reaches ${where}; at least ${LEAST} are needed: move the line, or add rows` },
  ];
}

function errorsAway({ name, value, pass, low, high }: MetricReport): number {
  const standardError = (high - low) / (2 * Z);
  return ((value - pass) * (isHigherBetter(name) ? 1 : -1)) / standardError;
}

function isStoppedByGuard(metric: MetricReport): boolean {
  return metric.guards.some(({ isKept }) => !isKept);
}
