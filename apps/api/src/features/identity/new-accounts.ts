import {
  type AccountId,
  AccountRepository,
  type Clock,
  type Database,
  type GuestId,
  GuestRepository,
  newId,
  PersonRepository,
  SessionRepository,
} from '@holdout/persistence';

export type AccountToMake = {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly isProven: boolean;
  /** Guests whose work the account takes over. */
  readonly guestIds: readonly GuestId[];
};

/**
 * Makes an account within a transaction. A proven address is taken from an account that has not proven it. Throws a unique
 * violation if another account keeps the address.
 */
export async function makeAccount(tx: Database, person: AccountToMake, clock: Clock): Promise<AccountId> {
  const { guestIds, isProven, ...profile } = person;
  const id = newId<AccountId>(clock);
  const createdAt = clock.now();
  if (isProven) await tx.repo(AccountRepository).giveUpAddress(person.email);
  await tx.repo(AccountRepository).insert({ ...profile, id, createdAt, provenAt: isProven ? createdAt : null });
  for (const guestId of new Set(guestIds)) {
    if (!(await tx.repo(PersonRepository).hold({ accountId: null, guestId }))) continue;
    await tx.repo(GuestRepository).becomeAccount(guestId, id);
    await tx.repo(SessionRepository).endAllOfGuest(guestId, createdAt);
  }
  return id;
}
