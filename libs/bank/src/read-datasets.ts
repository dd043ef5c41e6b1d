import type { BankIssue, SourceFile } from './bundle';
import { DatasetFile } from './bank-file';
import type { KnownDataset } from './question-folder';
import type { YamlFile } from './read-yaml';
import { readYaml } from './read-yaml';

export type ReadDatasets = {
  readonly datasets: ReadonlyMap<string, KnownDataset>;
  /** Paths that a dataset names. */
  readonly named: ReadonlySet<string>;
  readonly issues: readonly BankIssue[];
};

/** Reads every `datasets/<id>/dataset.yaml`, with its simulator. */
export function readDatasets(files: ReadonlyMap<string, string>): ReadDatasets {
  const datasets = new Map<string, KnownDataset>();
  const issues: BankIssue[] = [];
  for (const [path, text] of files) {
    const id = /^datasets\/([^/]+)\/dataset\.yaml$/.exec(path)?.[1];
    if (id === undefined) continue;
    const { file, ...read } = readYaml(path, text, DatasetFile);
    issues.push(...read.issues);
    if (file === null) continue;
    const wrong = checkSimulator(id, file, files);
    issues.push(...wrong);
    if (wrong.length === 0) datasets.set(id, knownDataset(id, file.value, files));
  }
  const named = new Set([...datasets.values()].flatMap(({ simulator }) => simulator?.path ?? []));
  return { datasets, named, issues };
}

function knownDataset(
  id: string,
  { files, url, simulator, ...shown }: DatasetFile,
  all: ReadonlyMap<string, string>,
): KnownDataset {
  return {
    shown: { id, ...shown, url: url ?? null },
    files,
    simulator: simulator === undefined ? null : simulatorOf(id, simulator, all),
  };
}

function simulatorOf(id: string, name: string, files: ReadonlyMap<string, string>): SourceFile {
  const path = `datasets/${id}/${name}`;
  return { path, text: files.get(path) ?? '' };
}

function checkSimulator(
  id: string,
  { value, issueAt }: YamlFile<DatasetFile>,
  files: ReadonlyMap<string, string>,
): readonly BankIssue[] {
  const { simulator, origin } = value;
  if (simulator === undefined) return [];
  const at = (message: string): BankIssue => issueAt(['simulator'], message);
  return [
    ...(files.has(`datasets/${id}/${simulator}`)
      ? []
      : [at(`the file "${simulator}" is missing next to dataset.yaml`)]),
    ...(origin === 'simulated' ? [] : [at('data of a simulator is not real; write origin: simulated')]),
    ...(/^[a-z][a-z0-9]*$/.test(id) && id !== 'make'
      ? []
      : [at('it is imported by its id; name the folder with letters only, and not "make"')]),
  ];
}
