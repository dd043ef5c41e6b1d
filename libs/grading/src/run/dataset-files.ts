import { isSqlProgram } from '@holdout/sandbox';
import type { Program, Sandbox } from '@holdout/sandbox';

export type NpmFile = { readonly package: string; readonly path: string };

/** The path of a dataset's file in a program before `locate` resolves it on a disk. */
export function nameOfNpmFile(file: NpmFile): string {
  return JSON.stringify([file.package, file.path]);
}

/**
 * A sandbox that mounts the dataset files that `locate` finds. `materialize` names files by npm package and path, because
 * this library may not access a disk; its caller wraps the sandbox with this function.
 */
export function withDatasetFiles(sandbox: Sandbox, locate: (file: NpmFile) => string): Sandbox {
  return {
    run: (program, signal) => sandbox.run(located(program, locate), signal),
    describe: (tell) => sandbox.describe(tell),
    close: () => sandbox.close(),
  };
}

function located(program: Program, locate: (file: NpmFile) => string): Program {
  if (isSqlProgram(program)) return program;
  const datasets = program.datasets.map(({ id, files }) => ({
    id,
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, locate(npmFileOf(file))])),
  }));
  return { ...program, datasets };
}

function npmFileOf(name: string): NpmFile {
  const [packageName, path] = JSON.parse(name) as [string, string];
  return { package: packageName, path };
}
