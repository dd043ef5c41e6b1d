import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

export type PackagedFile = { readonly package: string; readonly path: string };

/** The absolute path of a file in an installed npm package. Throws if it is missing or resolves outside the package. */
export function datasetFile(nodeModules: string, file: PackagedFile): string {
  const named = `${file.package}/${file.path}`;
  const folder = join(nodeModules, file.package);
  if (!folder.startsWith(join(nodeModules, sep))) throw new Error(`${file.package} is not the name of a package`);
  const path = join(folder, file.path);
  if (!existsSync(path)) throw new Error(`the dataset file ${named} is not installed`);
  const real = realpathSync(path);
  if (!real.startsWith(realpathSync(folder) + sep))
    throw new Error(`the dataset file ${named} lies outside its package`);
  return real;
}
