import type { BankFile, BankIssue } from '@holdout/bank';
import { BankLoadRepository, type Database, OrganizationRepository } from '@holdout/persistence';

/** Issues that prevent loading a bank: its organization does not exist, or another owner has its id. */
export async function refusalsOf(db: Database, bank: BankFile, text: string): Promise<readonly BankIssue[]> {
  const at = (key: string, message: string): BankIssue => ({ file: 'bank.yaml', ...lineOf(text, key), message });
  const { organization } = bank;
  if (organization !== null && (await db.repo(OrganizationRepository).findBySlug(organization)) === null) {
    const told = `there is no organization "${organization}"; make it with "holdout admin create" or correct its slug, then start again. Nothing of this bank was loaded`;
    return [at('organization', told)];
  }
  const owner = await db.repo(BankLoadRepository).findOwner(bank.id);
  if (owner === undefined || owner === organization) return [];
  const told = `the id "${bank.id}" is that of a bank of ${owner === null ? 'no organization' : `"${owner}"`}; give this one another id. Nothing of it was loaded`;
  return [at('id', told)];
}

function lineOf(text: string, key: string): { readonly line?: number } {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? {} : { line: index + 1 };
}
