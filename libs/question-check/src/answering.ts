import { isSqlProgram } from '@holdout/sandbox';
import type { CallProgram, Run, Sandbox, SqlProgram, Value } from '@holdout/sandbox';

const NOTHING: Omit<Run, 'end'> = { stdout: '', stderr: '', cpuMs: 0, wallMs: 0, memoryBytes: 0 };

/** The answers of a program that does not solve the task. */
export type Answerer = {
  readonly call: (args: readonly Value[]) => Value;
  readonly query: (tables: SqlProgram['tables']) => object;
};

/** A sandbox that answers by a fixed rule instead of running the program, so that guesses can be graded like a submission. */
export function answering({ call, query }: Answerer): Sandbox {
  return {
    run: (program) => {
      const answer = isSqlProgram(program) ? query(program.tables) : calls(program, call);
      return Promise.resolve({ ...NOTHING, end: { kind: 'answered' }, answer });
    },
    describe: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

function calls(program: CallProgram, call: Answerer['call']): object {
  return { calls: program.calls.map((args) => ({ ok: true, value: call(args) })) };
}
