import type { Language } from '@holdout/bank';
import { chooseFaults, unfaulted } from '@holdout/faults';
import type { Fault, Solution } from '@holdout/faults';
import type { MaterializedData } from '@holdout/grading';
import type { FaultCount, Finding } from '../finding';
import { groupNames, onlyGroups } from '../groups';
import { languagesOf, type Runnable, runnableOf, solutionOf } from '../runnable';
import type { Rule, Subject } from '../subject';
import { KEPT } from '../subject';
import { SEEDS } from './references';

const RULE = 'faults';
const MOST = 30;
const CAUGHT_SHARE = 0.9;
const WAIVED_SHARE = 0.1;

/** The cases must detect small faults in general, not only the author's mutants. */
export const faults: Rule = {
  id: RULE,
  says: 'Of up to thirty small faults in the reference, at least 90 % are detected; the others are waived with a reason.',
  async check(subject) {
    const question = runnableOf(subject.question);
    if (question?.bundle.kind !== 'code') return KEPT;
    const findings: Finding[] = [];
    const counts: Record<string, FaultCount> = {};
    for (const language of languagesOf(question)) {
      const found = await inLanguage(question, language, subject);
      if (found === null) continue;
      findings.push(...found.findings);
      counts[language] = found.count;
    }
    return { findings, faults: counts };
  },
};

type Found = { readonly findings: readonly Finding[]; readonly count: FaultCount };

async function inLanguage(question: Runnable, language: Language, subject: Subject): Promise<Found | null> {
  const solution = solutionOf(question, language);
  if (solution === null) return null;
  const [seed = 1] = SEEDS;
  const { hiddenData } = await subject.lab.materialize(question, seed);
  const unchanged = await isCaught(question, hiddenData, { language, source: await unfaulted(solution) }, subject);
  if (unchanged !== null)
    return { count: { planted: 0, caught: 0, waived: 0 }, findings: [asWritten(language, unchanged)] };
  const all = await subject.lab.plant(solution);
  const chosen = chooseFaults(all, MOST, subject.dice(`faults ${language}`));
  const survivors: Fault[] = [];
  for (const fault of chosen) {
    const verdict = await isCaught(question, hiddenData, { language, source: fault.source }, subject);
    if (verdict === null) survivors.push(fault);
  }
  return judged(question, { language, solution }, { all, chosen, survivors });
}

function asWritten(language: string, verdict: string): Finding {
  return {
    rule: RULE,
    message: `the ${language} reference, printed from its syntax tree, ends as ${verdict}; write it differently`,
  };
}

/** The verdict of the first group that detects the fault; null if it survives. */
async function isCaught(
  question: Runnable,
  data: MaterializedData,
  attempt: { readonly language: Language; readonly source: string },
  { lab }: Subject,
): Promise<string | null> {
  for (const name of groupNames(data)) {
    const { verdict } = await lab.grade(question, onlyGroups(data, [name]), attempt);
    if (verdict.kind === 'notGraded') throw new Error(`a fault could not be graded: ${verdict.reason}`);
    if (verdict.kind !== 'passed') return verdict.kind;
  }
  return null;
}

function judged(
  question: Runnable,
  { language, solution }: { readonly language: Language; readonly solution: Solution },
  { all, chosen, survivors }: { readonly [list in 'all' | 'chosen' | 'survivors']: readonly Fault[] },
): Found {
  const waivers = (question.waived ?? []).filter((waiver) => waiver.language === language);
  const isWaived = ({ name }: Fault): boolean => waivers.some(({ fault }) => fault === name);
  const isIn = (list: readonly Fault[], name: string): boolean => list.some((fault) => fault.name === name);
  // A fault that this sample does not contain may be in the sample of another version.
  const isIdle = (name: string): boolean => !isIn(all, name) || (isIn(chosen, name) && !isIn(survivors, name));
  const open = survivors.filter((fault) => !isWaived(fault));
  const waived = survivors.length - open.length;
  const caught = chosen.length - survivors.length;
  const file = question.bundle.secret.solutions[language]?.path ?? language;
  const say = (message: string): Finding => ({ rule: RULE, file, message });
  const findings = [
    ...open.map((fault) =>
      say(
        `survives: ${fault.name}${excerptOf(solution, fault)}; add a case that detects it, or waive it with the reason why it does not change the behaviour`,
      ),
    ),
    ...(waived > WAIVED_SHARE * chosen.length
      ? [say(`${waived} of ${chosen.length} faults are waived; at most one in ten may be`)]
      : []),
    ...(caught < CAUGHT_SHARE * (chosen.length - waived)
      ? [say(`only ${caught} of ${chosen.length - waived} faults are detected; 90 % are needed`)]
      : []),
    ...waivers
      .filter(({ fault }) => isIdle(fault))
      .map(({ fault }) => say(`the waiver of ${fault} is not needed; remove it`)),
  ];
  return { findings, count: { planted: chosen.length, caught, waived } };
}

function excerptOf({ source, language }: Solution, { line }: Fault): string {
  const text = (source.split('\n')[line - 1] ?? '').trim();
  return language === 'sql' || text === '' ? '' : ` in \`${text}\``;
}
