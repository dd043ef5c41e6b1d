import { isSqlProgram } from '@holdout/sandbox';
import type { CallProgram, Run, Sandbox, SqlProgram, Value } from '@holdout/sandbox';

const NOTHING: Omit<Run, 'end'> = { stdout: '', stderr: '', cpuMs: 0, wallMs: 0, memoryBytes: 0 };

/** What somebody who solves nothing would hand back. */
export type Answerer = {
  readonly call: (args: readonly Value[]) => Value;
  readonly query: (tables: SqlProgram['tables']) => object;
};

/** A sandbox in which a fixed rule answers in place of a program, so that guessing can be graded like anything else. */
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
