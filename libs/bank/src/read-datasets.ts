import type { BankIssue } from './bundle';
import { DatasetFile } from './question-file';
import type { KnownDataset } from './question-folder';
import { readYaml } from './read-yaml';

export type ReadDatasets = {
  readonly datasets: ReadonlyMap<string, KnownDataset>;
  readonly issues: readonly BankIssue[];
};

/** Reads every `datasets/<id>/dataset.yaml`. */
export function readDatasets(files: ReadonlyMap<string, string>): ReadDatasets {
  const datasets = new Map<string, KnownDataset>();
  const issues: BankIssue[] = [];
  for (const [path, text] of files) {
    const id = /^datasets\/([^/]+)\/dataset\.yaml$/.exec(path)?.[1];
    if (id === undefined) continue;
    const read = readYaml(path, text, DatasetFile);
    issues.push(...read.issues);
    if (read.file !== null) datasets.set(id, knownDataset(id, read.file.value));
  }
  return { datasets, issues };
}

function knownDataset(id: string, { files, url, ...shown }: DatasetFile): KnownDataset {
  return { shown: { id, ...shown, url: url ?? null }, files };
}
