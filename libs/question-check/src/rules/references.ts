import type { LanguageShown } from '@holdout/bank';
import type { GradeReport, MaterializedData } from '@holdout/grading';
import type { Finding } from '../finding';
import type { Attempt, Lab } from '../lab';
import { languagesOf, type Runnable, runnableOf } from '../runnable';
import type { Rule, Subject } from '../subject';
import { KEPT } from '../subject';

export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];
/** How often a solution that seems slow is timed. */
const TIMES = 2;
const MEGABYTE = 1024 * 1024;
const RULE = 'references';

/** A correct solution must not fail because of the seed or of a slow machine. */
export const references: Rule = {
  id: RULE,
  says: 'The reference in each language passes on five seeds, within half of its time and memory limits.',
  async check(subject) {
    const question = runnableOf(subject.question);
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
      // The public rows of a model question are for training; the pass line applies only to the hidden rows.
      if (part === 'public' && data.kind === 'model') continue;
      const found = await problemsOf({ question, data, attempt, where: `on the ${part} cases of seed ${seed}` }, lab);
      findings.push(...found.map((message) => ({ rule: RULE, file: solution.path, message })));
    }
  }
  return findings;
}

/** A solution and the data on which it must pass. */
type Trial = {
  readonly question: Runnable;
  readonly data: MaterializedData;
  readonly attempt: Attempt;
  readonly where: string;
};

/**
 * Findings on a solution that must pass. Other load on the machine can make a program seem slower but never faster, so a
 * slow solution is timed again, and the fastest time counts.
 */
export async function problemsOf({ question, data, attempt, where }: Trial, lab: Lab): Promise<readonly string[]> {
  const limits = question.bundle.candidate.languages[attempt.language];
  const share = lab.margins.reference;
  for (let time = 1; ; time++) {
    const report = await (time === 1 ? lab.gradeOnce(question, data, attempt) : lab.grade(question, data, attempt));
    const slow = slowIn(report, limits, share);
    if (slow.length === 0 || time === TIMES)
      return [...failedIn(report, where), ...slow, ...largeIn(report, limits, share)];
  }
}

function failedIn({ groups }: GradeReport, where: string): readonly string[] {
  return groups
    .filter(({ verdict }) => verdict.kind !== 'passed')
    .map(({ name, verdict }) => {
      const ending = `${verdict.kind}${'reason' in verdict ? ` (${verdict.reason})` : ''}`;
      return `${where}, group ${name} ends as ${ending}; it must pass`;
    });
}

function slowIn({ groups }: GradeReport, limits: LanguageShown | undefined, share: number): readonly string[] {
  if (limits === undefined) return [];
  const slow = groups.find(({ cpuMs }) => (cpuMs ?? 0) > share * 1000 * limits.cpuSeconds);
  if (slow === undefined) return [];
  const seconds = ((slow.cpuMs ?? 0) / 1000).toFixed(2);
  return [
    `group ${slow.name} takes ${seconds} s of its ${limits.cpuSeconds} s; make it faster, or raise cpuSeconds to twice what it needs`,
  ];
}

function largeIn({ groups }: GradeReport, limits: LanguageShown | undefined, share: number): readonly string[] {
  if (limits === undefined) return [];
  const large = groups.find(({ memoryBytes }) => (memoryBytes ?? 0) > share * limits.memoryMb * MEGABYTE);
  if (large === undefined) return [];
  const megabytes = Math.round((large.memoryBytes ?? 0) / MEGABYTE);
  return [
    `group ${large.name} takes ${megabytes} MB of its ${limits.memoryMb} MB; reduce its memory, or raise memoryMb to twice what it needs`,
  ];
}

function onePerText(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((finding) => [finding.message.replace(/\d+(\.\d+)?/g, '#'), finding]));
  return [...seen.values()];
}
