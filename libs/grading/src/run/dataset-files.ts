import { isSqlProgram } from '@holdout/sandbox';
import type { Program, Sandbox } from '@holdout/sandbox';

export type NpmFile = { readonly package: string; readonly path: string };

/** How a program names a dataset's file until someone with a disk says where it lies. */
export function nameOfNpmFile(file: NpmFile): string {
  return JSON.stringify([file.package, file.path]);
}

/**
 * A sandbox that mounts dataset files from where `locate` finds them. `materialize` names files by npm package and
 * path, since this library knows no disk: whoever calls it hands in a sandbox made by this.
 */
export function withDatasetFiles(sandbox: Sandbox, locate: (file: NpmFile) => string): Sandbox {
  return {
    run: (program, signal) => sandbox.run(located(program, locate), signal),
    describe: () => sandbox.describe(),
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
