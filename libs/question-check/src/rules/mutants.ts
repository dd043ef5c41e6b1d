import type { Mutant } from '@holdout/bank';
import type { GradeReport, GroupReport, MaterializedData, VerdictKind } from '@holdout/grading';
import type { Finding } from '../finding';
import { groupNames, onlyGroups } from '../groups';
import type { Attempt } from '../lab';
import { type Runnable, runnableOf } from '../runnable';
import type { Rule, Subject } from '../subject';
import { KEPT } from '../subject';
import { SEEDS } from './references';

const RULE = 'mutants';

const FAILS_BY: Readonly<Record<Mutant['by'], readonly VerdictKind[]>> = {
  answer: ['wrongAnswer', 'invalidAnswer'],
  time: ['timeLimit'],
  memory: ['memoryLimit'],
  crash: ['crashed', 'exitedEarly'],
  rule: ['mutatedInput', 'forbiddenImport'],
  metric: ['wrongAnswer'],
};

/** A mutant must fail on every seed, in the groups and for the reason that question.yaml states. */
export const mutants: Rule = {
  id: RULE,
  says: 'Every mutant fails in the groups and for the reason that question.yaml states; slow and memory-hungry ones exceed three times the limit.',
  async check(subject) {
    const question = runnableOf(subject.question);
    if (question === null) return KEPT;
    const findings: Finding[] = [];
    for (const mutant of question.mutants) findings.push(...(await checkMutant(question, mutant, subject)));
    return { findings };
  },
};

async function checkMutant(question: Runnable, mutant: Mutant, { lab }: Subject): Promise<readonly Finding[]> {
  const seeds = mutant.by === 'answer' || mutant.by === 'metric' ? SEEDS.slice(0, 2) : SEEDS.slice(0, 1);
  for (const seed of seeds) {
    const { hiddenData } = await lab.materialize(question, seed);
    const data = onlyGroups(hiddenData, mutant.fails);
    const attempt = { language: mutant.language, source: mutant.source.text };
    const report = await (mutant.by === 'metric'
      ? lab.gradeOnce(question, data, attempt)
      : gradeEach(withMargin(question, mutant, lab.margins.mutant), data, attempt, lab));
    const problems = problemsOf(report, mutant, seed);
    if (problems.length > 0) return problems.map((message) => ({ rule: RULE, file: mutant.source.path, message }));
  }
  return [];
}

/** Grades each group by itself: after two groups over a limit, the others of a submission are not run. */
async function gradeEach(
  question: Runnable,
  data: MaterializedData,
  attempt: Attempt,
  lab: Subject['lab'],
): Promise<Pick<GradeReport, 'groups' | 'metric'>> {
  if (data.kind === 'model') return lab.grade(question, data, attempt);
  const groups: GroupReport[] = [];
  for (const name of groupNames(data)) {
    groups.push(...(await lab.grade(question, onlyGroups(data, [name]), attempt)).groups);
  }
  return { groups, metric: null };
}

/** The question with raised limits, which the mutant must still exceed. */
function withMargin(question: Runnable, { by, language }: Mutant, factor: number): Runnable {
  const shown = question.bundle.candidate.languages[language];
  if ((by !== 'time' && by !== 'memory') || shown === undefined) return question;
  const raised = {
    ...shown,
    ...(by === 'time' ? { cpuSeconds: shown.cpuSeconds * factor } : { memoryMb: shown.memoryMb * factor }),
  };
  const languages = { ...question.bundle.candidate.languages, [language]: raised };
  const bundle = { ...question.bundle, candidate: { ...question.bundle.candidate, languages } };
  return { ...question, bundle: bundle as Runnable['bundle'] };
}

function problemsOf(report: Pick<GradeReport, 'groups' | 'metric'>, mutant: Mutant, seed: number): readonly string[] {
  const unlike = report.groups
    .filter(({ verdict }) => !FAILS_BY[mutant.by].includes(verdict.kind))
    .map(
      ({ name, verdict }) =>
        `group ${name} ends as ${verdict.kind} on seed ${seed}, but must fail by ${mutant.by}; add cases to the group, or correct the mutant in question.yaml`,
    );
  return [...unlike, ...outOfRange(report, mutant, seed)];
}

function outOfRange(
  { metric }: Pick<GradeReport, 'metric'>,
  { metric: range }: Mutant,
  seed: number,
): readonly string[] {
  if (metric === null || range === undefined) return [];
  const { min = -Infinity, max = Infinity } = range;
  if (metric.value >= min && metric.value <= max) return [];
  return [
    `reaches ${metric.value.toFixed(3)} on seed ${seed}, outside the range in question.yaml (${min} to ${max}); correct the range or the mutant`,
  ];
}
