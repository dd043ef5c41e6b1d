import type { Language } from '@holdout/bank';
import type { GradeReport } from '@holdout/grading';
import type { Finding } from '../finding';
import type { Rule, Runnable, Subject } from '../subject';
import { KEPT, languagesOf, runnableOf } from '../subject';

export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];
const ROOM = 0.5;
const RULE = 'references';

/** Rule 2: an honest solution must never be refused by bad luck or a slow machine. */
export const references: Rule = {
  id: RULE,
  says: 'The reference of each language passes on five seeds, within half of its time and memory.',
  async check(subject) {
    const question = runnableOf(subject);
    if (question === null) return KEPT;
    for (const seed of SEEDS) {
      const findings = await onSeed(question, seed, subject);
      if (findings.length > 0) return { findings: onePerText(findings) };
    }
    return KEPT;
  },
};

async function onSeed(question: Runnable, seed: number, { lab }: Subject): Promise<readonly Finding[]> {
  const { hiddenData, publicData } = await lab.materialize(question, seed);
  const findings: Finding[] = [];
  for (const language of languagesOf(question)) {
    const solution = question.bundle.secret.solutions[language];
    if (solution === undefined) continue;
    const attempt = { language, source: solution.text };
    for (const [part, data] of [
      ['public', publicData],
      ['hidden', hiddenData],
    ] as const) {
      const isLined = part === 'hidden' || data.kind !== 'model';
      const report = await lab.grade(question, data, attempt);
      const where = `on the ${part} cases of seed ${seed}`;
      if (isLined)
        findings.push(
          ...problemsIn(report, question, language, where).map((message) => ({
            rule: RULE,
            file: solution.path,
            message,
          })),
        );
    }
  }
  return findings;
}

/** What is wrong with the report of a solution that must pass. */
export function problemsIn(
  report: GradeReport,
  { bundle }: Runnable,
  language: Language,
  where: string,
): readonly string[] {
  const failed = report.groups
    .filter(({ verdict }) => verdict.kind !== 'passed')
    .map(
      ({ name, verdict }) =>
        `${where}, group ${name} ends as ${verdict.kind}${'reason' in verdict ? ` (${verdict.reason})` : ''}; it must pass`,
    );
  const limits = bundle.candidate.languages[language];
  const slow = report.groups
    .filter(({ cpuMs }) => limits !== undefined && (cpuMs ?? 0) > ROOM * 1000 * limits.cpuSeconds)
    .map(
      ({ name, cpuMs }) =>
        `group ${name} takes ${((cpuMs ?? 0) / 1000).toFixed(2)} s of its ${limits?.cpuSeconds} s; make it faster, or raise cpuSeconds to twice what it needs`,
    );
  const large = report.groups
    .filter(({ memoryBytes }) => limits !== undefined && (memoryBytes ?? 0) > ROOM * limits.memoryMb * 1024 * 1024)
    .map(
      ({ name, memoryBytes }) =>
        `group ${name} takes ${Math.round((memoryBytes ?? 0) / 1024 / 1024)} MB of its ${limits?.memoryMb} MB; make it smaller, or raise memoryMb to twice what it needs`,
    );
  return [...failed, ...slow.slice(0, 1), ...large.slice(0, 1)];
}

function onePerText(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((finding) => [finding.message.replace(/\d+(\.\d+)?/g, '#'), finding]));
  return [...seen.values()];
}
