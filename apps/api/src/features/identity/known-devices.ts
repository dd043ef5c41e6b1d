import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccountId, Clock } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SETTINGS } from '../../platform/app-options';

const LIVES_MS = 400 * 86_400_000;
const ID_BYTES = 12;

/** A cookie by which a browser shows that this account has signed in there before. */
export type DeviceCookie = { readonly value: string; readonly expiresAt: Date };

/** The account as it is stored now: with another password, its devices are unknown again. */
type Credentials = { readonly accountId: AccountId; readonly passwordHash: string };

/** Devices on which an account has signed in. Guesses made elsewhere do not slow them down. */
@Injectable()
export class KnownDevices {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new cookie for a browser that has just signed in. */
  cookieFor(credentials: Credentials): DeviceCookie {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + LIVES_MS);
    return { value: `${id}.${this.sign(id, credentials).toString('base64url')}`, expiresAt };
  }

  /** The id of the device, if the cookie was made for these credentials; else null. */
  idIn(cookie: string | null, credentials: Credentials): string | null {
    const [id = '', signature = ''] = cookie?.split('.') ?? [];
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(id, credentials);
    return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
  }

  private sign(id: string, { accountId, passwordHash }: Credentials): Buffer {
    const key = this.settings.secret ?? '';
    return createHmac('sha256', key).update(`device ${id} ${accountId} ${passwordHash}`).digest();
  }
}
