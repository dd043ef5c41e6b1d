import type { BankIssue, DatasetShown, SourceFile } from './bundle';
import type { Sha256 } from './canonical-json';
import type { DatasetFile } from './bank-file';
import type { YamlFile } from './read-yaml';

/** Everything under one folder of `questions/`, by path within it. */
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

/** What questions refer to by id. */
export type BankContext = {
  readonly bankId: string;
  /** Every id and alias of a skill, to its id. */
  readonly skillIds: ReadonlyMap<string, string>;
  readonly misconceptions: ReadonlySet<string>;
  readonly datasets: ReadonlyMap<string, KnownDataset>;
  readonly sha256: Sha256;
};

/** A `question.yaml` of the right shape, with its folder and with what it may refer to. */
export type ReadFile<T> = {
  readonly folder: QuestionFolder;
  readonly yaml: YamlFile<T>;
  readonly context: BankContext;
};

/** The text of a file that a checked question names. */
export function textOf(folder: QuestionFolder, path: string): string {
  const text = folder.files.get(path);
  if (text === undefined) throw new Error(`${folder.path}/${path} was not checked to be there`);
  return text;
}

/** An issue at a key for each id that is not known. */
export function checkKnown(
  yaml: YamlFile<unknown>,
  refs: readonly { readonly path: readonly PropertyKey[]; readonly id: string }[],
  isKnown: (id: string) => boolean,
  where: string,
): readonly BankIssue[] {
  return refs
    .filter(({ id }) => !isKnown(id))
    .map(({ path, id }) => yaml.issueAt(path, `"${id}" is not known; add it to ${where} or mend its spelling`));
}
