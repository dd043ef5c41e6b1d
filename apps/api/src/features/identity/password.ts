import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, 2 passes and 1 lane: OWASP Password Storage Cheat Sheet, "Argon2id", first configuration. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified against when an address has no account, so that the response takes as long. */
let decoy: Promise<string> | null = null;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether the password matches the stored hash. Takes as long if there is none. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
