import type { Language } from '@holdout/bank';
import type { CallAnswer, CallProgram, Limits, Sandbox, Value } from '@holdout/sandbox';
import type { Fault, UnnamedFault } from './fault';
import { named } from './fault';
import { faultsOfJavaScript } from './javascript-faults';
import type { CastStyle } from './sql-faults';
import { faultsOfSql, rewrittenSql } from './sql-faults';

/** A solution with its language and SQL dialect. TypeScript is given as JavaScript, with its types replaced by spaces. */
export type Solution = {
  readonly language: Exclude<Language, 'typescript'>;
  readonly source: string;
  readonly casts?: CastStyle;
};

export type Tools = {
  readonly sandbox: Sandbox;
  /** The texts of `programs/faults.py` and `programs/faults.R`. */
  readonly programs: { readonly python: string; readonly r: string };
  readonly signal: AbortSignal;
};

const LIMITS: Limits = { cpuMs: 20_000, wallMs: 60_000, memoryBytes: 512 * 1024 * 1024, outputBytes: 64 << 20 };

/**
 * Every distinct fault that can be planted in a solution, in source order. Python and R are parsed by their own parsers, in
 * a box. Throws if the solution does not parse or the box fails.
 */
export async function plantFaults(solution: Solution, tools: Tools): Promise<readonly Fault[]> {
  const faults = (await unnamed(solution, tools)).map(named);
  const sources = new Set<string>();
  const names = new Map<string, number>();
  return [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column || a.name.localeCompare(b.name))
    .filter(({ source }) => !sources.has(source) && sources.add(source))
    .map((fault) => numbered(fault, names));
}

/** The text that the faults change: for SQL the statement as it is printed from its syntax tree, else the solution itself. */
export async function unfaulted({ language, source, casts }: Solution): Promise<string> {
  return language === 'sql' ? rewrittenSql(source, casts) : source;
}

/** The SQL parser gives some nodes no location, so two faults could have the same name; the second gets a number. */
function numbered(fault: Fault, names: Map<string, number>): Fault {
  const count = (names.get(fault.name) ?? 0) + 1;
  names.set(fault.name, count);
  return count === 1 ? fault : { ...fault, name: `${fault.name} #${count}` };
}

function unnamed(solution: Solution, tools: Tools): Promise<readonly UnnamedFault[]> {
  switch (solution.language) {
    case 'python':
      return byProgram({ profile: 'python-plain', main: 'faults.py', text: tools.programs.python }, solution, tools);
    case 'r':
      return byProgram({ profile: 'r', main: 'faults.R', text: tools.programs.r }, solution, tools);
    case 'sql':
      return faultsOfSql(solution.source, solution.casts);
    case 'javascript':
      return Promise.resolve(faultsOfJavaScript(solution.source));
  }
}

type Planter = { readonly profile: CallProgram['profile']; readonly main: string; readonly text: string };

async function byProgram(planter: Planter, { source }: Solution, tools: Tools): Promise<readonly UnnamedFault[]> {
  const { profile, main, text } = planter;
  const program: CallProgram = {
    profile,
    root: 'candidate',
    datasets: [],
    files: { [main]: text },
    main,
    entry: 'plant',
    calls: [[source]],
    limits: LIMITS,
  };
  const { end, answer } = await tools.sandbox.run(program, tools.signal);
  if (end.kind !== 'answered') throw new Error(`${main} ended as ${end.kind} and planted no faults`);
  return faultsIn(answer as CallAnswer, main);
}

function faultsIn(answer: CallAnswer, main: string): readonly UnnamedFault[] {
  if ('loadError' in answer) throw new Error(`${main} could not be loaded: ${answer.loadError.message}`);
  const [outcome] = answer.calls;
  if (!outcome?.ok) throw new Error(`${main} planted no faults: ${outcome?.error.message ?? 'it was not called'}`);
  if (!Array.isArray(outcome.value)) throw new Error(`${main} did not return a list of faults`);
  return (outcome.value as readonly Value[]).map((item) => readFault(item, main));
}

function readFault(item: Value, main: string): UnnamedFault {
  const { operator, line, column, before, after, source } = item as Record<string, Value>;
  const isFault =
    typeof line === 'number' &&
    typeof column === 'number' &&
    [operator, before, after, source].every((text) => typeof text === 'string');
  if (!isFault) throw new Error(`${main} returned an item that is not a fault`);
  return { operator, line, column, before, after, source } as UnnamedFault;
}
