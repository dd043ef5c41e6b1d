import type { BankFile, BankIssue } from '@holdout/bank';
import { BankLoadRepository, type Database, OrganizationRepository } from '@holdout/persistence';

/** Issues that prevent loading a bank: its organization does not exist, or another owner has its id. */
export async function refusalsOf(db: Database, bank: BankFile, text: string): Promise<readonly BankIssue[]> {
  const at = (key: string, message: string): BankIssue => ({ file: 'bank.yaml', ...lineOf(text, key), message });
  const { organization } = bank;
  const present = organization === null ? null : await db.repo(OrganizationRepository).findBySlug(organization);
  if (organization !== null && present === null) {
    const message = `there is no organization "${organization}"; create it with "holdout admin create" or correct the slug, then restart. This bank was not loaded`;
    return [at('organization', message)];
  }
  const owner = await db.repo(BankLoadRepository).findOwner(bank.id);
  if (owner === undefined || owner === (present?.slug ?? null)) return [];
  const message = `the id "${bank.id}" belongs to ${bankOf(owner)}; give this one another id. This bank was not loaded`;
  return [at('id', message)];
}

const bankOf = (owner: string | null): string =>
  owner === null ? 'a bank without an organization' : `a bank of the organization "${owner}"`;

function lineOf(text: string, key: string): { readonly line?: number } {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? {} : { line: index + 1 };
}
