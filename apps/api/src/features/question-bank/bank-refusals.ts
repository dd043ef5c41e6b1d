import type { BankFile, BankIssue } from '@holdout/bank';
import { BankLoadRepository, type Database, OrganizationRepository } from '@holdout/persistence';

/** Issues that prevent loading a bank: its organization does not exist, another owner has its id, or it is published over the API. */
export async function refusalsOf(db: Database, bank: BankFile, text: string): Promise<readonly BankIssue[]> {
  const at = (key: string, message: string): BankIssue => ({ file: 'bank.yaml', ...lineOf(text, key), message });
  const { organization } = bank;
  const present = organization === null ? null : await db.repo(OrganizationRepository).findBySlug(organization);
  if (organization !== null && present === null) {
    const message = `there is no organization "${organization}"; create it with "holdout admin create" or correct the slug, then restart. This bank was not loaded`;
    return [at('organization', message)];
  }
  const owner = await db.repo(BankLoadRepository).findOwner(bank.id);
  const isPublished = await db.repo(BankLoadRepository).isPublished(bank.id);
  const message = isPublished ? PUBLISHED : messageOfOwner(bank.id, owner, present?.slug ?? null);
  return message === null ? [] : [at('id', message)];
}

/** Why the bank's id cannot be used; null if it is free or the bank's own. */
function messageOfOwner(id: string, owner: string | null | undefined, slug: string | null): string | null {
  if (owner === undefined || owner === slug) return null;
  return `the id "${id}" belongs to ${bankOf(owner)}; give this one another id. This bank was not loaded`;
}

const PUBLISHED =
  'the questions of this bank are published over the API, by "holdout question publish"; give this one another id. This bank was not loaded';

const bankOf = (owner: string | null): string =>
  owner === null ? 'a bank without an organization' : `a bank of the organization "${owner}"`;

/** The line of a key at the top of a YAML file. */
export function lineOf(text: string, key: string): { readonly line?: number } {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? {} : { line: index + 1 };
}
