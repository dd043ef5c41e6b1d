import {
  type AccountAct,
  AccountRepository,
  type AccountId,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  newId,
  type RecoveryCodeId,
  SecondFactorRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountSubject, Sender } from '../../access/context';
import { Sealing } from '../../platform/access/sealing';
import { CLOCK } from '../../platform/app-options';
import { type Guess, Guesses } from '../identity/guesses';
import { Credentials } from '../identity/credentials';
import { newRecoveryCodes, plainCode } from './recovery-codes';
import { isTotpCode, newSecret, setupAddress, stepOf } from './totp';

type PasswordRefused = { readonly kind: 'passwordRefused' };
type CodeRefused = { readonly kind: 'codeRefused' };
type Refused = PasswordRefused | CodeRefused;
export type SetupOutcome =
  | PasswordRefused
  | { readonly kind: 'proposed'; readonly secret: string; readonly address: string }
  | { readonly kind: 'alreadyOn' };
type Made = { readonly kind: 'made'; readonly recoveryCodes: readonly string[] };
export type ConfirmOutcome = CodeRefused | Made;
export type CodesOutcome = Refused | Made;
export type OffOutcome = Refused | { readonly kind: 'off' };

/** What a person confirms a change with. */
export type Proof = { readonly password: string; readonly code: string };

const purposeOf = (accountId: AccountId): string => `totp ${accountId}`;

/** The authenticator app of an account and its recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly db: Database,
    private readonly credentials: Credentials,
    private readonly guesses: Guesses,
    private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a secret, which is asked for only after `confirm`. */
  async propose(sender: Sender, { accountId }: AccountSubject, password: string): Promise<SetupOutcome> {
    if (!(await this.credentials.isTheirs(sender, accountId, password))) return { kind: 'passwordRefused' };
    const account = await this.db.repo(AccountRepository).find(accountId);
    const secret = newSecret();
    const sealed = this.sealing.seal(purposeOf(accountId), secret);
    const now = this.clock.now();
    const isNew = await this.db.transaction((tx) => tx.repo(SecondFactorRepository).propose(accountId, sealed, now));
    if (!isNew) return { kind: 'alreadyOn' };
    return { kind: 'proposed', secret, address: setupAddress(secret, account?.email ?? '') };
  }

  /** Turns the app on. Other sessions end: they were opened without it. */
  async confirm(sender: Sender, { accountId }: AccountSubject, code: string): Promise<ConfirmOutcome> {
    const totp = await this.db.repo(SecondFactorRepository).findTotp(accountId);
    if (totp === null || totp.confirmedAt !== null) return { kind: 'codeRefused' };
    if (!(await this.guessed(sender, accountId, code, (tx) => this.useAppCode(tx, accountId, code))))
      return { kind: 'codeRefused' };
    const now = this.clock.now();
    const recoveryCodes = await this.db.transaction(async (tx) => {
      await tx.repo(SecondFactorRepository).confirm(accountId, now);
      await tx.repo(SessionRepository).endOthersOfAccount(accountId, sender.sessionId, now);
      if (sender.sessionId) await tx.repo(SessionRepository).strengthen(sender.sessionId);
      return this.replaceCodes(tx, accountId, 'totp.set-up');
    });
    return { kind: 'made', recoveryCodes };
  }

  async makeCodes(sender: Sender, { accountId }: AccountSubject, proof: Proof): Promise<CodesOutcome> {
    const refused = await this.refusalOf(sender, accountId, proof);
    if (refused) return refused;
    const make = (tx: Database) => this.replaceCodes(tx, accountId, 'recovery-codes.made');
    return { kind: 'made', recoveryCodes: await this.db.transaction(make) };
  }

  async turnOff(sender: Sender, { accountId }: AccountSubject, proof: Proof): Promise<OffOutcome> {
    const refused = await this.refusalOf(sender, accountId, proof);
    if (refused) return refused;
    await this.db.transaction(async (tx) => {
      await tx.repo(SecondFactorRepository).deleteTotp(accountId);
      await tx.repo(SecondFactorRepository).weakenSessions(accountId);
      await this.audit(tx, accountId, 'totp.turned-off');
    });
    return { kind: 'off' };
  }

  /** Whether this is a code of the app, or a recovery code. Either is used up. */
  verify(sender: Sender, accountId: AccountId, code: string): Promise<boolean> {
    const typed = code.replaceAll(/\s/g, '');
    return this.guessed(sender, accountId, typed, (tx) =>
      isTotpCode(typed) ? this.useAppCode(tx, accountId, typed) : this.useRecoveryCode(tx, accountId, typed),
    );
  }

  private async refusalOf(sender: Sender, accountId: AccountId, { password, code }: Proof): Promise<Refused | null> {
    if (!(await this.credentials.isTheirs(sender, accountId, password))) return { kind: 'passwordRefused' };
    return (await this.verify(sender, accountId, code)) ? null : { kind: 'codeRefused' };
  }

  /** Counts the guess, and takes it back if it was right. */
  private async guessed(
    { address, device }: Sender,
    accountId: AccountId,
    code: string,
    use: (tx: Database) => Promise<boolean>,
  ): Promise<boolean> {
    const guess: Guess = {
      of: 'code',
      email: accountId,
      address,
      device: await this.credentials.knownDevice(accountId, device),
    };
    await this.guesses.count(guess);
    if (code === '' || !(await this.db.transaction(use))) return false;
    await this.guesses.forgive(guess);
    return true;
  }

  private async useAppCode(tx: Database, accountId: AccountId, code: string): Promise<boolean> {
    const totp = await tx.repo(SecondFactorRepository).findTotp(accountId);
    const secret = totp && this.sealing.open(purposeOf(accountId), totp.secret);
    const step = secret && stepOf(secret, code, this.clock.now());
    return typeof step === 'number' && tx.repo(SecondFactorRepository).useStep(accountId, step);
  }

  private async useRecoveryCode(tx: Database, accountId: AccountId, code: string): Promise<boolean> {
    const isUsed = await tx
      .repo(SecondFactorRepository)
      .useCode(accountId, this.digestOf(accountId, code), this.clock.now());
    if (isUsed) await this.audit(tx, accountId, 'recovery-code.used');
    return isUsed;
  }

  private async replaceCodes(tx: Database, accountId: AccountId, act: AccountAct): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    const rows = codes.map((code) => ({
      id: newId<RecoveryCodeId>(this.clock),
      codeHash: this.digestOf(accountId, code),
    }));
    await tx.repo(SecondFactorRepository).replaceCodes(accountId, rows, this.clock.now());
    await this.audit(tx, accountId, act);
    return codes;
  }

  private digestOf(accountId: AccountId, code: string): Buffer {
    return this.sealing.digest(`recovery code ${accountId}`, plainCode(code));
  }

  private audit(tx: Database, accountId: AccountId, act: AccountAct): Promise<void> {
    const entry = { organizationId: null, actorAccountId: accountId, act, objectId: accountId, at: this.clock.now() };
    return tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...entry });
  }
}
