import type { BankIssue } from '@holdout/bank';
import type { FaultCount, Finding, QuestionReport } from '@holdout/question-check';
import type { CheckOutcome } from './check-command';

/** What a check found, for an author: each question with what to mend, then the sums. */
export function renderCheck({ bank, reports, unchanged }: CheckOutcome): string {
  const broken = reports.filter(({ findings }) => findings.length > 0);
  const fair = reports.length - broken.length;
  return [
    ...bank.issues.map((issue) => `${placeOf(issue)}: ${issue.message}`),
    ...broken.flatMap(linesOf),
    ...reports.flatMap(faultLines),
    `${fair + unchanged.length} fair (${unchanged.length} unchanged since they were last checked), ${broken.length} to mend, ${bank.issues.length} issues of files`,
    '',
  ].join('\n');
}

/** The same for programs. */
export function checkAsJson({ bank, reports, unchanged }: CheckOutcome): string {
  return `${JSON.stringify({ issues: bank.issues, questions: reports, unchanged }, null, 2)}\n`;
}

/** 0 when everything is fair. */
export function exitCodeOfCheck({ bank, reports }: CheckOutcome): number {
  return bank.issues.length === 0 && reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
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
  const rest = waived === 0 ? '' : `, ${waived} change nothing`;
  return `${caught} of ${planted} small faults in ${language} caught${rest}`;
}

function placeOf({ file, line }: BankIssue): string {
  return line === undefined ? file : `${file}:${line}`;
}
