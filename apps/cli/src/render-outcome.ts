import type { CaseReport, VerdictKind } from '@holdout/grading';
import type { GroupOutcome, Outcome } from './outcome';

const WORDS: Readonly<Record<VerdictKind, string>> = {
  passed: 'passed',
  wrongAnswer: 'wrong answer',
  timeLimit: 'time limit',
  memoryLimit: 'memory limit',
  outputLimit: 'output limit',
  crashed: 'crashed',
  exitedEarly: 'exited early',
  forbiddenCall: 'forbidden call',
  invalidAnswer: 'invalid answer',
  notGraded: 'not graded',
};

const MEGABYTE = 1024 * 1024;

/** An outcome for people. */
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
    return `  ${name.padEnd(width)}  ${WORDS[verdict].padEnd(14)}  ${passed} of ${total}  ${facts}`;
  };
}

/** Public cases for people: what went in, what was expected, what came back and what was printed. */
export function renderCases(cases: readonly CaseReport[]): string {
  return cases.map(renderCase).join('\n');
}

function renderCase({ group, verdict, input, expected, actual, stdout, stderr }: CaseReport, index: number): string {
  const detail = verdict.kind === 'crashed' && verdict.detail !== undefined ? verdict.detail : '';
  const parts = [
    ['input', input],
    ['expected', expected ?? ''],
    ['yours', actual ?? ''],
    ['error', detail],
    ['printed', stdout],
    ['on standard error', stderr],
  ];
  const shown = parts.filter(([, text]) => text !== '').map(([title = '', text = '']) => renderText(title, text));
  return `Public case ${index + 1}, ${group}: ${WORDS[verdict.kind]}\n${shown.join('\n')}\n`;
}

function renderText(title: string, text: string): string {
  if (!text.trimEnd().includes('\n')) return `  ${title}: ${text.trimEnd()}`;
  return `  ${title}:\n${text.trimEnd().replaceAll(/^/gm, '    ')}`;
}
