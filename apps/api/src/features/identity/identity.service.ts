import { Injectable } from '@nestjs/common';
import type { Sender } from '../../access/context';
import type { ConfirmSignUpInput, InputIssue, SignInInput, SignUpInput } from '../../generated/resolvers';
import { Credentials, type Verified } from './credentials';
import { type Entry, SignIns } from '../second-factor/sign-ins';
import type { Unusable } from './links/account-links';
import { SignUps } from './links/sign-ups';
import { Registrations } from './registrations';
import { plainEmail } from './sign-up-input';

export type SignInOutcome = Entry | { readonly kind: 'refused' };
export type SignUpOutcome =
  | SignInOutcome
  | { readonly kind: 'mailSent'; readonly email: string }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };

/** Sign-up, sign-in and sign-out of accounts. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly credentials: Credentials,
    private readonly signIns: SignIns,
    private readonly registrations: Registrations,
    private readonly signUps: SignUps,
  ) {}

  /** `invited` is the address of an invitation whose link the sender has opened: it is the sender's own. */
  async signUp(sender: Sender, input: SignUpInput, invited: string | null): Promise<SignUpOutcome> {
    const registration = await this.registrations.register(sender, input, invited);
    if (registration.kind !== 'registered') return registration;
    const { person, made } = registration;
    return this.open(sender, made ?? (await this.credentials.verify(sender, person)));
  }

  async signIn(sender: Sender, { email, password }: SignInInput): Promise<SignInOutcome> {
    return this.open(sender, await this.credentials.verify(sender, { email: plainEmail(email), password }));
  }

  /** Finishes a sign-up with its link. */
  async confirmSignUp(sender: Sender, { token, password }: ConfirmSignUpInput): Promise<SignInOutcome | Unusable> {
    const confirmed = await this.signUps.confirm(sender, token, password);
    return confirmed.kind === 'made' ? this.open(sender, confirmed.account) : confirmed;
  }

  signOut(sender: Sender, everywhere: boolean): Promise<void> {
    return this.signIns.close(sender, everywhere);
  }

  private async open(sender: Sender, known: Verified | null): Promise<SignInOutcome> {
    if (known === null) return { kind: 'refused' };
    const { accountId } = known;
    return this.signIns.enter(sender, { accountId, isStrong: false, providerOrganizationId: null });
  }
}
