import { JobQueue } from '@holdout/job-queue';
import {
  type AccountId,
  AccountRepository,
  type Clock,
  Database,
  ErasureRepository,
  GuestRepository,
  MemberRepository,
  newId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { type Ctx, subjectOf } from '../../access/context';
import { RateLimits } from '../../platform/access/rate-limits';
import { Sessions } from '../../access/sessions';
import { accountSubject, type Subject } from '../../access/context';
import type { DeleteMyDataInput, SignInInput, SignUpInput } from '../../generated/resolvers';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { credentialsRefused, invalidInput, viewerNow } from './identity.outcomes';
import { hashPassword, passwordFits } from './password';
import { type NewPerson, parseSignUp, plainEmail } from './sign-up-input';

const QUARTER_HOUR = 900;
/** From one place; guessing from elsewhere must not lock out the person whose address it is. */
const SIGN_IN_PER_EMAIL = { limit: 10, windowSeconds: QUARTER_HOUR } as const;
const SIGN_IN_PER_EMAIL_ANYWHERE = { limit: 100, windowSeconds: QUARTER_HOUR } as const;
const SIGN_IN_PER_ADDRESS = { limit: 60, windowSeconds: QUARTER_HOUR } as const;
const SIGN_UP_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

/** Who people are: making an account, signing in and out, leaving. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signUp(ctx: Ctx, input: SignUpInput) {
    const { person, issues } = parseSignUp(input);
    if (issues.length > 0) return invalidInput(issues);
    await this.limits.take(`sign-up:${this.limits.hidden(ctx.address)}`, SIGN_UP_PER_ADDRESS);
    const accountId = (await this.makeAccount(person, ctx.subject)) ?? (await this.verify(ctx, person));
    if (accountId === null) return credentialsRefused();
    await this.sessions.open(ctx, accountSubject(accountId));
    return viewerNow('SignUpSuccess');
  }

  async signIn(ctx: Ctx, input: SignInInput) {
    const accountId = await this.verify(ctx, { email: plainEmail(input.email), password: input.password });
    if (accountId === null) return credentialsRefused();
    await this.sessions.open(ctx, accountSubject(accountId));
    return viewerNow('SignInSuccess');
  }

  async signOut(ctx: Ctx, everywhere: boolean) {
    await this.sessions.close(ctx, { everywhere });
    return viewerNow('SignOutSuccess');
  }

  async deleteMyData(ctx: Ctx, { password }: DeleteMyDataInput) {
    const subject = subjectOf(ctx);
    if (subject.kind === 'account' && !(await this.isTheirs(ctx, subject.accountId, password)))
      return credentialsRefused();
    await this.erase(subject);
    await this.sessions.close(ctx, { everywhere: true });
    return viewerNow('DeleteMyDataSuccess');
  }

  /** Gives the new account's id, or null when the address has one already; a guest becomes the account. */
  private async makeAccount(person: NewPerson, subject: Subject | null): Promise<AccountId | null> {
    const id = newId<AccountId>(this.clock);
    const createdAt = this.clock.now();
    const known = await this.db.repo(AccountRepository).findByEmail(person.email);
    if (known) return null;
    const passwordHash = await hashPassword(person.password);
    try {
      await this.db.transaction(async (tx) => {
        await tx.repo(AccountRepository).insert({ ...person, id, createdAt, passwordHash });
        if (subject?.kind === 'guest') await tx.repo(GuestRepository).becomeAccount(subject.guestId, id);
      });
      return id;
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** Gives the account that the credentials open, or null: for which of the two reasons is not said, nor how long it took. */
  private async verify(
    ctx: Ctx,
    given: { readonly email: string; readonly password: string },
  ): Promise<AccountId | null> {
    await this.limits.take(`sign-in:${this.limits.hidden(ctx.address)}`, SIGN_IN_PER_ADDRESS);
    await this.limits.take(`sign-in:${this.limits.hidden(`${given.email} ${ctx.address}`)}`, SIGN_IN_PER_EMAIL);
    await this.limits.take(`sign-in:${this.limits.hidden(given.email)}`, SIGN_IN_PER_EMAIL_ANYWHERE);
    const accounts = this.db.repo(AccountRepository);
    const account = await accounts.findByEmail(given.email);
    const stored = account ? await accounts.findPasswordHash(account.id) : null;
    return (await passwordFits(given.password.slice(0, 1000), stored)) ? (account?.id ?? null) : null;
  }

  private async isTheirs(ctx: Ctx, accountId: AccountId, password: string): Promise<boolean> {
    const account = await this.db.repo(AccountRepository).find(accountId);
    return account !== null && (await this.verify(ctx, { email: account.email, password })) === accountId;
  }

  private async erase(subject: Subject): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const erasure = tx.repo(ErasureRepository);
      await tx.repo(JobQueue).forget(await erasure.listJobs(subject));
      await erasure.eraseWork(subject);
      if (subject.kind === 'guest') return tx.repo(GuestRepository).erase(subject.guestId, now);
      await tx.repo(MemberRepository).deleteAllOf(subject.accountId);
      await tx.repo(AccountRepository).erase(subject.accountId, now);
    });
  }
}
