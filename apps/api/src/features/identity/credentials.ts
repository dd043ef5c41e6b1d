import {
  type Account,
  type AccountId,
  AccountRepository,
  type Clock,
  Database,
  SessionRepository,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { Sender } from '../../access/context';
import type { SignInInput } from '../../generated/resolvers';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { DEMO_DOMAIN } from './demo-domain';
import { Guesses } from './guesses';
import { type DeviceCookie, KnownDevices } from './known-devices';
import { passwordFits } from './password';

export type Verified = { readonly accountId: AccountId; readonly passwordHash: string };
type Origin = Pick<Sender, 'address' | 'device'>;

/** Without a password, a person confirms a change by having just signed in. */
const JUST_SIGNED_IN_MS = 10 * 60_000;

/** Looked up in place of an unknown account, so that both cost the same statements. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as AccountId;

/** Verifies addresses and passwords. */
@Injectable()
export class Credentials {
  constructor(
    private readonly db: Database,
    private readonly guesses: Guesses,
    private readonly devices: KnownDevices,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The cookie by which the browser is known for the account from now on. */
  async deviceFor(accountId: AccountId): Promise<DeviceCookie> {
    return this.devices.cookieFor({ accountId, passwordHash: await this.hashOf(accountId) });
  }

  /** The id of the device in this cookie, if it is known for the account; else null. */
  async knownDevice(accountId: AccountId, cookie: string | null): Promise<string | null> {
    return this.devices.idIn(cookie, { accountId, passwordHash: await this.hashOf(accountId) });
  }

  /** The account of these credentials, or null. Unknown address and wrong password give the same result in the same time. */
  async verify({ address, device }: Origin, given: SignInInput): Promise<Verified | null> {
    const accounts = this.db.repo(AccountRepository);
    const account = await this.findAccount(given.email);
    const stored = await accounts.findPasswordHash(account?.id ?? NOBODY);
    const known = account && stored !== null ? { accountId: account.id, passwordHash: stored } : null;
    const guess = { email: given.email, address, device: known && this.devices.idIn(device, known) };
    await this.guesses.count(guess);
    if (!(await passwordFits(given.password.slice(0, 1000), stored)) || known === null) return null;
    await this.guesses.forgive(guess);
    return known;
  }

  /** Demo accounts of an earlier local start stay in the data; nobody may sign in to them where others reach the site. */
  private async findAccount(email: string): Promise<Account | null> {
    if (!this.settings.localMode && email.endsWith(DEMO_DOMAIN)) return null;
    return this.db.repo(AccountRepository).findByEmail(email);
  }

  /** Whether the sender knows the password of their account; without one, whether they have just signed in. */
  async isTheirs(sender: Sender, accountId: AccountId, password: string): Promise<boolean> {
    if ((await this.hashOf(accountId)) === '') return this.hasJustSignedIn(sender, accountId);
    // An empty field is no guess.
    if (password === '') return false;
    const account = await this.db.repo(AccountRepository).find(accountId);
    return account !== null && (await this.verify(sender, { email: account.email, password }))?.accountId === accountId;
  }

  private async hasJustSignedIn({ sessionId, subject }: Sender, accountId: AccountId): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - JUST_SIGNED_IN_MS);
    if (sessionId === null || subject?.accountId !== accountId) return false;
    return this.db.repo(SessionRepository).isNewerThan(sessionId, since);
  }

  private async hashOf(accountId: AccountId): Promise<string> {
    return (await this.db.repo(AccountRepository).findPasswordHash(accountId)) ?? '';
  }
}
