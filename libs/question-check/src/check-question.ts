import { hashOf, rngOf } from '@holdout/bank';
import type { LoadedQuestion } from '@holdout/bank';
import { MaterializeError } from '@holdout/grading';
import type { FaultCount, Finding, QuestionReport } from './finding';
import type { LabOptions } from './lab';
import { Lab } from './lab';
import { RULES } from './rules';
import type { Rule, RuleReport, Subject } from './subject';

/**
 * Runs every rule on one question. What its author must mend is found; throws only where the machine could not do its
 * part. `onRule` hears which rule is being tried.
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
    if (report.findings.some(({ rule: broken }) => FIRST_OF_ALL.includes(broken))) break;
  }
  return {
    id: bundle.id,
    key: checkKeyOf(question, options.sha256),
    findings,
    ...(Object.keys(faults).length > 0 ? { faults } : {}),
  };
}

/** Changes with anything that the check looks at: the version itself, and the solutions that are not part of it. */
export function checkKeyOf(
  { hash, alternatives, mutants, oracle, waived = [] }: LoadedQuestion,
  sha256: LabOptions['sha256'],
): string {
  return hashOf({ hash, alternatives, mutants, oracle, waived }, sha256);
}

const CASES = 'cases';
/** Without cases, or a reference that passes them, there is nothing that the other rules could look at. */
const FIRST_OF_ALL: readonly string[] = [CASES, 'references'];

async function tried(rule: Rule, subject: Subject): Promise<RuleReport> {
  try {
    return await rule.check(subject);
  } catch (error) {
    if (!(error instanceof MaterializeError)) throw error;
    return { findings: [{ rule: CASES, message: `its cases could not be made: ${error.message}` }] };
  }
}
