import type { BankIssue } from '@holdout/bank';
import type { FaultCount, Finding, QuestionReport } from '@holdout/question-check';
import type { CheckOutcome } from './check-command';

/** The result of a check as text: the findings of each question, then the totals. */
export function renderCheck({ issues, reports, unchanged, unable, isStopped }: CheckOutcome): string {
  const broken = reports.filter(({ findings }) => findings.length > 0);
  const fair = reports.length - broken.length;
  const sums = [
    `${fair + unchanged.length} fair (${unchanged.length} unchanged since they were last checked)`,
    `${broken.length} to fix`,
    `${issues.length} ${issues.length === 1 ? 'issue' : 'issues'} of files`,
    ...(unable.length > 0 ? [`${unable.length} could not be checked here`] : []),
  ];
  return [
    ...issues.map((issue) => `${placeOf(issue)}: ${issue.message}`),
    ...broken.flatMap(linesOf),
    ...unable.map(({ id, reason }) => `${id} could not be checked here: ${reason}`),
    ...reports.flatMap(faultLines),
    sums.join(', '),
    ...(isStopped ? ['Stopped before the end. What passed is stored, and the next check resumes from there.'] : []),
    '',
  ].join('\n');
}

/** The result of a check as JSON. */
export function checkAsJson({ issues, reports: questions, unchanged, unable, isStopped }: CheckOutcome): string {
  return `${JSON.stringify({ issues, questions, unchanged, unable, isStopped }, null, 2)}\n`;
}

/** 0 if everything is fair, 1 if something must be fixed, 2 if not everything could be checked. */
export function exitCodeOfCheck({ issues, reports, unable, isStopped }: CheckOutcome): number {
  if (isStopped || unable.length > 0) return 2;
  return issues.length === 0 && reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

function linesOf({ id, findings }: QuestionReport): readonly string[] {
  return [id, ...findings.map((finding) => `  ${whereOf(finding)}${finding.message}`), ''];
}

function whereOf({ rule, file }: Finding): string {
  return file === undefined ? `${rule}: ` : `${rule}, ${file}: `;
}

function faultLines({ id, faults = {} }: QuestionReport): readonly string[] {
  return Object.entries(faults).map(([language, count]) => `${id}: ${sentenceOf(language, count)}`);
}

function sentenceOf(language: string, { planted, caught, waived }: FaultCount): string {
  const rest = waived === 0 ? '' : `, ${waived} waived`;
  return `${caught} of ${planted} small faults in ${language} detected${rest}`;
}

/** The file of an issue, with its line if it has one. */
export function placeOf({ file, line }: BankIssue): string {
  return line === undefined ? file : `${file}:${line}`;
}
