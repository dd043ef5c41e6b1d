import { hashOf, rngOf } from '@holdout/bank';
import type { LoadedQuestion } from '@holdout/bank';
import { MaterializeError } from '@holdout/grading';
import type { FaultCount, Finding, QuestionReport } from './finding';
import type { LabOptions } from './lab';
import { Lab } from './lab';
import { RULES } from './rules';
import type { Rule, RuleReport, Subject } from './subject';

/**
 * Runs every rule on one question and reports what its author must fix. Rejects only if the machine failed, for example the
 * sandbox. `onRule` is called with the id of each rule before it runs.
 */
export async function checkQuestion(
  question: LoadedQuestion,
  options: LabOptions,
  onRule: (rule: string) => void = () => undefined,
): Promise<QuestionReport> {
  const { hash, bundle } = question;
  const dice = (purpose: string) => rngOf(options.sha256(`${hash} ${purpose}`));
  const subject: Subject = { question, lab: new Lab(options), dice };
  const findings: Finding[] = [];
  const faults: Record<string, FaultCount> = {};
  for (const rule of RULES) {
    onRule(rule.id);
    const report = await tried(rule, subject);
    findings.push(...report.findings);
    Object.assign(faults, report.faults);
    if (report.findings.some(({ rule: broken }) => PREREQUISITES.includes(broken))) break;
  }
  return {
    id: bundle.id,
    key: checkKeyOf(question, options.sha256),
    findings,
    ...(Object.keys(faults).length > 0 ? { faults } : {}),
  };
}

/** A hash of everything that the check reads: the version, and the solutions and mutants, which are not part of it. */
export function checkKeyOf(
  { hash, alternatives, mutants, oracle, waived = [] }: LoadedQuestion,
  sha256: LabOptions['sha256'],
): string {
  return hashOf({ hash, alternatives, mutants, oracle, waived }, sha256);
}

const CASES = 'cases';
/** Rules without which the others cannot run: there must be cases, and a reference that passes them. */
const PREREQUISITES: readonly string[] = [CASES, 'references'];

async function tried(rule: Rule, subject: Subject): Promise<RuleReport> {
  try {
    return await rule.check(subject);
  } catch (error) {
    if (!(error instanceof MaterializeError)) throw error;
    return { findings: [{ rule: CASES, message: `the cases could not be generated: ${error.message}` }] };
  }
}
