import type { BrokenRule, ProgramError, SqlError } from '@holdout/sandbox';
import type { Verdict } from '../contract/report';
import { shownText } from '../values/shown-text';

/** Whether the candidate may see the program's input and output. */
export type Sight = 'public' | 'hidden';

/**
 * The verdict on an error of a program. For hidden cases it contains only the error's name, which `narrowVerdict` limits to
 * a few: a program could encode the hidden input in a class name, a message or a line number.
 */
export function crashOf(error: ProgramError, sight: Sight): Verdict {
  if (error.broken !== undefined) return brokenRuleOf(error, error.broken, sight);
  if (sight === 'hidden') return { kind: 'crashed', error: error.type };
  const detail = shownText(tracebackOf(error));
  const line = error.line === undefined ? {} : { line: error.line };
  return { kind: 'crashed', error: shownText(error.type).slice(0, 100), detail, ...line };
}

/** On hidden cases without any detail, which the program could choose by what it saw. */
function brokenRuleOf({ line }: ProgramError, broken: BrokenRule, sight: Sight): Verdict {
  const isHidden = sight === 'hidden';
  if (broken.rule === 'mutation') return { kind: 'mutatedInput', ...(isHidden ? {} : { argument: broken.argument }) };
  const name = shownText(broken.name).slice(0, 100);
  return { kind: 'forbiddenImport', ...(isHidden ? {} : { name, ...(line === undefined ? {} : { line }) }) };
}

/** A traceback ends with the error; without one, the type and the message are shown. */
function tracebackOf({ traceback, type, message }: ProgramError): string {
  return traceback.trim() === '' ? `${type}: ${message}` : traceback.trimEnd();
}

/** The verdict on an error of a query. For hidden cases only its code is shown, because a message may quote a row. */
export function sqlCrashOf(error: SqlError, query: string, sight: Sight): Verdict {
  const name = error.code.startsWith('SQLITE_') ? error.code : `SQLSTATE ${error.code}`;
  if (sight === 'hidden') return { kind: 'crashed', error: name };
  const detail = shownText(error.hint === undefined ? error.message : `${error.message}\nHINT: ${error.hint}`);
  const line = error.position === undefined ? {} : { line: lineAt(query, error.position) };
  return { kind: 'crashed', error: name, detail, ...line };
}

/** PostgreSQL counts characters, JavaScript UTF-16 units. */
function lineAt(query: string, position: number): number {
  return (
    Array.from(query)
      .slice(0, position - 1)
      .filter((character) => character === '\n').length + 1
  );
}
