import type { CaseReport, VerdictKind } from '@holdout/grading';
import type { GroupOutcome, Outcome } from './outcome';

const WORDS: Readonly<Record<VerdictKind, string>> = {
  passed: 'passed',
  wrongAnswer: 'wrong answer',
  timeLimit: 'time limit exceeded',
  memoryLimit: 'memory limit exceeded',
  outputLimit: 'output limit exceeded',
  crashed: 'runtime error',
  exitedEarly: 'exited early',
  forbiddenCall: 'forbidden system call',
  mutatedInput: 'changed an argument',
  forbiddenImport: 'forbidden import',
  invalidAnswer: 'invalid answer',
  notRun: 'not run',
  notGraded: 'not graded',
};

const WIDEST = Math.max(...Object.values(WORDS).map(({ length }) => length));

const MEGABYTE = 1024 * 1024;

/** An outcome as text. */
export function renderOutcome({ question, language, verdict, score, groups, feedback }: Outcome): string {
  const points = score === null ? '' : `, ${score.earned} of ${score.possible} points`;
  const head = `${question}${language === null ? '' : ` (${language})`}: ${WORDS[verdict]}${points}`;
  const parts = [head, groups.map(renderGroup(groups)).join('\n'), feedback.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function renderGroup(all: readonly GroupOutcome[]): (group: GroupOutcome) => string {
  const width = Math.max(...all.map(({ name }) => name.length));
  return ({ name, verdict, passed, total, cpuMs, wallMs, memoryBytes }) => {
    const cpu = cpuMs === null ? '' : `${Math.round(cpuMs)} ms CPU, `;
    const memory = memoryBytes === null ? '' : `, ${(memoryBytes / MEGABYTE).toFixed(1)} MB`;
    const facts = `${cpu}${Math.round(wallMs)} ms${memory}`;
    return `  ${name.padEnd(width)}  ${WORDS[verdict].padEnd(WIDEST)}  ${passed} of ${total}  ${facts}`;
  };
}

/** Public cases as text: input, expected and actual answer, output and error. */
export function renderCases(cases: readonly CaseReport[]): string {
  return cases.map(renderCase).join('\n');
}

function renderCase({ group, verdict, input, expected, actual, stdout, stderr }: CaseReport, index: number): string {
  const detail = verdict.kind === 'crashed' && verdict.detail !== undefined ? verdict.detail : '';
  const parts = [
    ['input', input],
    ['expected', expected ?? ''],
    ['actual', actual ?? ''],
    ['error', detail],
    ['standard output', stdout],
    ['standard error', stderr],
  ];
  const shown = parts.filter(([, text]) => text !== '').map(([title = '', text = '']) => renderText(title, text));
  return `Public case ${index + 1}, ${group}: ${WORDS[verdict.kind]}\n${shown.join('\n')}\n`;
}

function renderText(title: string, text: string): string {
  if (!text.trimEnd().includes('\n')) return `  ${title}: ${text.trimEnd()}`;
  return `  ${title}:\n${text.trimEnd().replaceAll(/^/gm, '    ')}`;
}
