import { examine, renderDiagnosis } from './doctor';
import { gradeFile } from './grade-file';
import { type Command, type GradeCommand, parseCommand, USAGE } from './parse-command';
import { renderCases, renderOutcome } from './render-outcome';
import { checkQuestions } from './question/check-command';
import { newQuestion, renderNew } from './question/new-question';
import { previewQuestion } from './question/preview/preview-command';
import type { CheckCommand } from './question/parse-question';
import { publishQuestion } from './question/publish/publish-command';
import { withdrawQuestion } from './question/publish/withdraw-command';
import { checkAsJson, exitCodeOfCheck, renderCheck } from './question/render-check';
import type { Terminal } from './terminal';
import type { VerdictKind } from '@holdout/grading';

/** Runs one command line; returns the exit code. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  const command: Command = parseCommand(words);
  switch (command.kind) {
    case 'help':
      terminal.print(USAGE);
      return 0;
    case 'misused':
      terminal.tell(`${command.message}\n\n${USAGE.trimEnd()}`);
      return 2;
    case 'doctor':
      return doctor(command.isJson, terminal);
    case 'grade':
      return gradeAndPrint(command, terminal);
    case 'questionCheck':
      return checkAndPrint(command, terminal);
    case 'questionPreview':
      await previewQuestion(command, terminal);
      return 0;
    case 'questionPublish':
      return publishQuestion(command, terminal);
    case 'questionWithdraw':
      return withdrawQuestion(command, terminal);
    case 'questionNew':
      terminal.print(renderNew(newQuestion(command, terminal), terminal));
      return 0;
  }
}

async function doctor(isJson: boolean, terminal: Terminal): Promise<number> {
  const diagnosis = await examine(terminal);
  terminal.print(isJson ? asJson(diagnosis) : renderDiagnosis(diagnosis));
  return diagnosis.usable ? 0 : 1;
}

async function gradeAndPrint(command: GradeCommand, terminal: Terminal): Promise<number> {
  const { outcome, cases } = await gradeFile(command, terminal);
  const code = exitCodeOf(outcome.verdict);
  if (command.isJson) {
    terminal.print(asJson(outcome));
    return code;
  }
  if (cases.length > 0) terminal.print(`${renderCases(cases)}\n`);
  if (code === 2) terminal.tell(renderOutcome(outcome).trimEnd());
  else terminal.print(renderOutcome(outcome));
  return code;
}

async function checkAndPrint(command: CheckCommand, terminal: Terminal): Promise<number> {
  const outcome = await checkQuestions(command, terminal);
  terminal.print(command.isJson ? checkAsJson(outcome) : renderCheck(outcome));
  return exitCodeOfCheck(outcome);
}

function exitCodeOf(verdict: VerdictKind): number {
  if (verdict === 'notGraded') return 2;
  return verdict === 'passed' ? 0 : 1;
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
