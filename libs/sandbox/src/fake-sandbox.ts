import type { End, Program, ProfileReport, Run, Sandbox } from './sandbox';

type Reply = Partial<Run> & { readonly end: End };

/** A sandbox for tests: it runs nothing, records the programs it is given and returns what the test tells it to. */
export class FakeSandbox implements Sandbox {
  readonly programs: Program[] = [];

  constructor(private readonly reply: (program: Program, index: number) => Reply) {}

  run(program: Program): Promise<Run> {
    const reply = this.reply(program, this.programs.length);
    this.programs.push(program);
    return Promise.resolve({ stdout: '', stderr: '', cpuMs: 1, wallMs: 1, memoryBytes: 1, ...reply });
  }

  describe(): Promise<readonly ProfileReport[]> {
    return Promise.resolve([]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
