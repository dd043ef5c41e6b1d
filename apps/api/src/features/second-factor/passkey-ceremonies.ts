import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { Account, AccountId, Passkey } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyAnswerInput, PasskeyRegistrationInput } from '../../generated/resolvers';
import { SETTINGS } from '../../platform/app-options';

type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb';
const TRANSPORTS: readonly Transport[] = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

const isTransport = (text: string): text is Transport => TRANSPORTS.some((one) => one === text);

const CHALLENGE_BYTES = 32;

/** Its 250 modules would take 0.1 s of each start of the API. */
const webAuthn = () => import('@simplewebauthn/server');

/** What an authenticator made, once it is verified. */
export type MadeKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/** The user handle of an account: its id, which says nothing about the person. */
export const userHandleOf = (accountId: AccountId): string => Buffer.from(accountId, 'utf8').toString('base64url');

/**
 * WebAuthn for this site. The host name and the origin are those of PUBLIC_URL, never of a request; the person must be
 * verified by the authenticator, so that a passkey is two factors.
 */
@Injectable()
export class PasskeyCeremonies {
  readonly rpId: string;
  private readonly origin: string;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    this.rpId = new URL(publicUrl).hostname;
    this.origin = publicUrl;
  }

  /** Browsers make no passkeys for a site that is named by an IP address. */
  get arePossible(): boolean {
    return isIP(this.rpId.replace(/^\[|\]$/g, '')) === 0;
  }

  newChallenge(): string {
    return randomBytes(CHALLENGE_BYTES).toString('base64url');
  }

  userOf({ id, email, displayName }: Account) {
    return { userId: userHandleOf(id), userName: email, displayName };
  }

  /** Null for an answer that was not made for this challenge and this site, or without verifying the person. */
  async verifyNew(challenge: string, input: PasskeyRegistrationInput): Promise<MadeKey | null> {
    const { verifyRegistrationResponse } = await webAuthn();
    const { id, clientDataJSON, attestationObject } = input;
    const transports = input.transports.filter(isTransport);
    const response = { clientDataJSON, attestationObject, transports };
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, response, clientExtensionResults: {}, type: 'public-key' },
      ...this.expected(challenge),
    }).catch(REFUSED);
    if (!verified || !registrationInfo) return null;
    const { credential } = registrationInfo;
    const publicKey = Buffer.from(credential.publicKey);
    return { credentialId: credential.id, publicKey, counter: credential.counter, transports };
  }

  /** The new counter; null for an answer that this passkey did not make for this challenge and this site. */
  async verifyUse(challenge: string, passkey: Passkey, input: PasskeyAnswerInput): Promise<number | null> {
    const { id, clientDataJSON, authenticatorData, signature, userHandle } = input;
    if (userHandle !== null && userHandle !== undefined && userHandle !== userHandleOf(passkey.accountId)) return null;
    const { verifyAuthenticationResponse } = await webAuthn();
    const publicKey = new Uint8Array(passkey.publicKey);
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
        type: 'public-key',
      },
      credential: { id: passkey.credentialId, publicKey, counter: passkey.counter },
      ...this.expected(challenge),
    }).catch(REFUSED);
    return verified && authenticationInfo ? authenticationInfo.newCounter : null;
  }

  private expected(expectedChallenge: string) {
    const { origin: expectedOrigin, rpId: expectedRPID } = this;
    return { expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: true };
  }
}

/** The library throws for whatever it cannot read, and for each check that fails. */
const REFUSED = () => ({ verified: false, registrationInfo: null, authenticationInfo: null });
