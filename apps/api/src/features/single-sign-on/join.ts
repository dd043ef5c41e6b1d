import type { AuditAct } from '@holdout/assessment';
import { isShowable, plainName } from '@holdout/bank';
import {
  type AccountId,
  AccountIdentityRepository,
  type AccountIdentityId,
  AccountRepository,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  GuestRepository,
  type MemberId,
  MemberRepository,
  newId,
  type OrganizationId,
  OrganizationRepository,
  type OutboxId,
  OutboxRepository,
  PersonRepository,
  type Provider,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Subject } from '../../access/context';
import { CLOCK } from '../../platform/app-options';
import type { ProviderPerson } from './provider-client';

const LONGEST_NAME = 80;

/** A person at their first sign-in. The address is verified by the provider, in a domain that the organization has proven. */
export type Newcomer = Omit<ProviderPerson, 'email'> & { readonly email: string };
export type Door = { readonly organizationId: OrganizationId; readonly defaultRole: Provider['defaultRole'] };

/** What happens at the first sign-in through a provider: account, identity and membership, all or nothing. */
@Injectable()
export class Join {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The account of the newcomer. Throws a unique violation if a concurrent request was first. */
  run(newcomer: Newcomer, door: Door, subject: Subject | null): Promise<AccountId> {
    return this.db.transaction(async (tx) => {
      const accountId = (await this.known(tx, newcomer.email)) ?? (await this.made(tx, newcomer, subject));
      await this.link(tx, accountId, newcomer, door);
      await this.admit(tx, accountId, door);
      return accountId;
    });
  }

  /**
   * The account that has proven the address. One that has not, gives it up: whoever made it may know its password, and need
   * not be the person who has the address.
   */
  private async known(tx: Database, email: string): Promise<AccountId | null> {
    const account = await tx.repo(AccountRepository).findByEmail(email);
    if (account === null) return null;
    const isTheirs =
      account.provenAt !== null && (await tx.repo(PersonRepository).hold({ accountId: account.id, guestId: null }));
    if (isTheirs) return account.id;
    await tx.repo(AccountRepository).giveUpAddress(email);
    return null;
  }

  private async made(tx: Database, { email, name }: Newcomer, subject: Subject | null): Promise<AccountId> {
    const id = newId<AccountId>(this.clock);
    const createdAt = this.clock.now();
    const account = {
      id,
      email,
      displayName: nameFor(name, email),
      createdAt,
      provenAt: createdAt,
      passwordHash: null,
    };
    await tx.repo(AccountRepository).insert(account);
    if (subject?.kind === 'guest') await tx.repo(GuestRepository).becomeAccount(subject.guestId, id);
    return id;
  }

  private async link(tx: Database, accountId: AccountId, { issuer, subject }: Newcomer, door: Door): Promise<void> {
    const { organizationId } = door;
    const now = this.clock.now();
    const id = newId<AccountIdentityId>(this.clock);
    const times = { createdAt: now, lastUsedAt: now };
    await tx.repo(AccountIdentityRepository).insert({ id, accountId, organizationId, issuer, subject, ...times });
    await this.audit(tx, accountId, { organizationId, act: 'identity.linked', objectId: id });
  }

  /** A member keeps their roles; another person gets the default role. */
  private async admit(tx: Database, accountId: AccountId, { organizationId, defaultRole: role }: Door): Promise<void> {
    const own = await tx.repo(OrganizationRepository).listOwn(accountId, null);
    if (own.some(({ id }) => id === organizationId)) return;
    const createdAt = this.clock.now();
    const id = newId<MemberId>(this.clock);
    await tx.repo(MemberRepository).insertOnce({ id, organizationId, accountId, role, createdAt });
    await this.audit(tx, accountId, { organizationId, act: 'member.joined-by-domain', objectId: accountId });
    const event = { organizationId, event: 'member.joined', payload: { accountId }, createdAt };
    await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
  }

  private audit(
    tx: Database,
    actorAccountId: AccountId,
    entry: { readonly organizationId: OrganizationId; readonly act: AuditAct; readonly objectId: string },
  ): Promise<void> {
    const at = this.clock.now();
    return tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), actorAccountId, ...entry, at });
  }
}

/** The provider's name of the person if it can be shown; else the part of the address before the @. */
function nameFor(name: string | null, email: string): string {
  const given = Array.from(plainName(name ?? ''))
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
  if (given !== '' && isShowable(given)) return given;
  return email.slice(0, email.lastIndexOf('@')).slice(0, LONGEST_NAME);
}
