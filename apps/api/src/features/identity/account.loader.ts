import { type Account, type AccountId, AccountRepository } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { LoaderFactory } from '../../access/context';

/** Accounts by id; null for one that has been erased. */
export const accountById: LoaderFactory<AccountId, Account | null> = (db) =>
  new DataLoader(async (ids) => {
    const found = new Map((await db.repo(AccountRepository).listByIds(ids)).map((account) => [account.id, account]));
    return ids.map((id) => found.get(id) ?? null);
  });
