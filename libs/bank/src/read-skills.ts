import type { BankIssue, Skill } from './bundle';
import { TaxonomyFile } from './bank-file';
import { readYaml } from './read-yaml';

export type ReadSkills = {
  /** Null if the taxonomy is invalid. */
  readonly skills: readonly Skill[] | null;
  /** The current id by every id and alias. */
  readonly ids: ReadonlyMap<string, string>;
  readonly issues: readonly BankIssue[];
};

/** Reads `taxonomy.yaml`. A duplicate id or alias is an issue, and the first one counts. */
export function readSkills(files: ReadonlyMap<string, string>): ReadSkills {
  const path = 'taxonomy.yaml';
  const text = files.get(path);
  const missing = { file: path, message: 'the file is missing; every bank has one' };
  if (text === undefined) return { skills: null, ids: new Map(), issues: [missing] };
  const { file, issues } = readYaml(path, text, TaxonomyFile);
  if (file === null) return { skills: null, ids: new Map(), issues };
  const ids = new Map<string, string>();
  const twice: BankIssue[] = [...issues];
  for (const { id, aliases, at } of skillsOf(file.value)) {
    for (const name of [id, ...aliases]) {
      if (ids.has(name))
        twice.push(file.issueAt(at, `the skill id "${name}" is used twice; ids and aliases are never reused`));
      else ids.set(name, id);
    }
  }
  return { skills: skillsOf(file.value).map(({ at: _at, ...skill }) => skill), ids, issues: twice };
}

function skillsOf({ domains }: TaxonomyFile): readonly (Skill & { readonly at: readonly PropertyKey[] })[] {
  return domains.flatMap((domain, domainIndex) =>
    domain.skills.map(({ id, name, aliases }, index) => ({
      id,
      name,
      domainId: domain.id,
      domainName: domain.name,
      aliases,
      at: ['domains', domainIndex, 'skills', index, 'id'],
    })),
  );
}
