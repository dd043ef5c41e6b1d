import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, 2 passes and 1 lane: OWASP Password Storage Cheat Sheet, "Argon2id", first configuration. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of no password; work for addresses that have no account. */
let decoy: Promise<string> | null = null;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Tells whether the password fits; takes as long when there is nothing to compare it with. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
