import type { BankIssue, DatasetShown, SourceFile } from './bundle';
import type { Sha256 } from './canonical-json';
import type { DatasetFile } from './bank-file';
import type { YamlFile } from './read-yaml';

/** The files under one folder of `questions/`, by path within it. */
export type QuestionFolder = {
  /** `<kind>.<slug>` */
  readonly name: string;
  /** From the top of the bank. */
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
};

export type KnownDataset = {
  readonly shown: DatasetShown;
  readonly files: DatasetFile['files'];
  /** By its path from the top of the bank. */
  readonly simulator: SourceFile | null;
};

/** The ids to which questions may refer. */
export type BankContext = {
  readonly bankId: string;
  /** The skill's id by every id and alias. */
  readonly skillIds: ReadonlyMap<string, string>;
  readonly misconceptions: ReadonlySet<string>;
  readonly datasets: ReadonlyMap<string, KnownDataset>;
  readonly sha256: Sha256;
};

/** A `question.yaml` that is valid by its schema, with its folder and the ids to which it may refer. */
export type ReadFile<T> = {
  readonly folder: QuestionFolder;
  readonly yaml: YamlFile<T>;
  readonly context: BankContext;
};

/** The text of a file that a question without issues names. */
export function textOf(folder: QuestionFolder, path: string): string {
  const text = folder.files.get(path);
  if (text === undefined) throw new Error(`${folder.path}/${path} is missing although the check passed`);
  return text;
}

/** An issue for each unknown id, at its key. */
export function checkKnown(
  yaml: YamlFile<unknown>,
  refs: readonly { readonly path: readonly PropertyKey[]; readonly id: string }[],
  isKnown: (id: string) => boolean,
  where: string,
): readonly BankIssue[] {
  return refs
    .filter(({ id }) => !isKnown(id))
    .map(({ path, id }) => yaml.issueAt(path, `"${id}" is not known; add it to ${where} or correct the spelling`));
}
