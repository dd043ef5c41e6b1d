import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** The clock of a phone may be off by one step. */
const STEPS_OFF = 1;
/** RFC 6238 with the values that every authenticator app supports. */
const RULES = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, issuer: 'Holdout' } as const;

/** A new secret, in base32 as people type it. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that an authenticator app reads from a QR code. */
export const setupAddress = (secret: string, label: string): string =>
  new TOTP({ ...RULES, label, secret: Secret.fromBase32(secret) }).toString();

export const isTotpCode = (code: string): boolean => /^\d{6}$/.test(code);

/** The time step whose code this is; null for a wrong code. Each step may be used once. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...RULES, secret: Secret.fromBase32(secret) });
  const off = totp.validate({ token: code, timestamp: now.getTime(), window: STEPS_OFF });
  return off === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + off;
}
