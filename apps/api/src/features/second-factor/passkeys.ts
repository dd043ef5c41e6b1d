import { isShowable, plainName } from '@holdout/bank';
import {
  type AccountAct,
  type AccountId,
  AccountRepository,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  newId,
  type Passkey,
  type PasskeyId,
  PasskeyRepository,
  parseId,
  SecondFactorRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountSubject, Sender } from '../../access/context';
import { AppError } from '../../platform/app-error';
import { type TicketCookie, Tickets } from '../../platform/access/tickets';
import { CLOCK } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import type { InputIssue, PasskeyRegistrationInput } from '../../generated/resolvers';
import { Credentials } from '../identity/credentials';
import { PasskeyCeremonies } from './passkey-ceremonies';

const SETUP = 'passkey setup';
const CEREMONY_MS = 5 * 60_000;
const LONGEST_NAME = 60;
const MOST_KEYS = 20;

type SetupState = { readonly challenge: string; readonly accountId: AccountId };
export type StartedSetup = {
  readonly kind: 'started';
  readonly ticket: TicketCookie;
  readonly challenge: string;
  readonly user: ReturnType<PasskeyCeremonies['userOf']>;
  readonly existing: readonly Passkey[];
};
export type AddOutcome =
  { readonly kind: 'added' | 'refused' } | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };

const nameIssue = (code: InputIssue['code'], limit: number | null = null): InputIssue => ({
  field: 'name',
  code,
  limit,
});

function issuesOf(name: string): readonly InputIssue[] {
  if (name === '') return [nameIssue('MISSING')];
  if (name.length > LONGEST_NAME) return [nameIssue('TOO_LONG', LONGEST_NAME)];
  return isShowable(name) ? [] : [nameIssue('MALFORMED')];
}

/** The passkeys of an account: adding and removing them. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly db: Database,
    private readonly credentials: Credentials,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly tickets: Tickets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if the password is wrong. */
  async startSetup(sender: Sender, { accountId }: AccountSubject, password: string): Promise<StartedSetup | null> {
    if (!(await this.credentials.isTheirs(sender, accountId, password))) return null;
    const account = await this.db.repo(AccountRepository).find(accountId);
    if (account === null) throw new AppError('UNAUTHENTICATED');
    const existing = await this.db.repo(PasskeyRepository).listOf(accountId);
    if (existing.length >= MOST_KEYS) throw new AppError('BAD_INPUT', `At most ${MOST_KEYS} passkeys.`);
    const challenge = this.ceremonies.newChallenge();
    const state: SetupState = { challenge, accountId };
    const ticket = this.tickets.issue(SETUP, state, CEREMONY_MS);
    return { kind: 'started', ticket, challenge, user: this.ceremonies.userOf(account), existing };
  }

  async add(
    sender: Sender,
    { accountId }: AccountSubject,
    cookie: string | null,
    input: PasskeyRegistrationInput,
  ): Promise<AddOutcome> {
    const name = plainName(input.name);
    const issues = issuesOf(name);
    if (issues.length > 0) return { kind: 'invalid', issues };
    const ticket = await this.tickets.read<SetupState>(SETUP, cookie);
    if (ticket?.value.accountId !== accountId || !(await this.tickets.use(ticket))) return { kind: 'refused' };
    const made = await this.ceremonies.verifyNew(ticket.value.challenge, input);
    if (made === null) return { kind: 'refused' };
    const passkey = { ...made, id: newId<PasskeyId>(this.clock), accountId, name, createdAt: this.clock.now() };
    try {
      await this.db.transaction(async (tx) => {
        await tx.repo(PasskeyRepository).insert(passkey);
        if (sender.sessionId) await tx.repo(SessionRepository).strengthen(sender.sessionId);
        await this.audit(tx, accountId, 'passkey.added', passkey.id);
      });
    } catch (error) {
      if (isUniqueViolation(error)) return { kind: 'refused' };
      throw error;
    }
    return { kind: 'added' };
  }

  /** False if the password is wrong. A passkey that is gone already is no error. */
  async remove(
    sender: Sender,
    { accountId }: AccountSubject,
    { id, password }: { readonly id: string; readonly password: string },
  ): Promise<boolean> {
    if (!(await this.credentials.isTheirs(sender, accountId, password))) return false;
    const passkeyId = parseId<PasskeyId>(id);
    if (passkeyId === null) return true;
    await this.db.transaction(async (tx) => {
      if (!(await tx.repo(PasskeyRepository).delete(accountId, passkeyId))) return;
      await tx.repo(SecondFactorRepository).weakenSessions(accountId);
      await this.audit(tx, accountId, 'passkey.removed', passkeyId);
    });
    return true;
  }

  private audit(tx: Database, accountId: AccountId, act: AccountAct, objectId: string): Promise<void> {
    const entry = { organizationId: null, actorAccountId: accountId, act, objectId, at: this.clock.now() };
    return tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...entry });
  }
}
