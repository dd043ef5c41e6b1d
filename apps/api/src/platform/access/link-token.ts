import { createHash, randomBytes } from 'node:crypto';

/** 256 bits cannot be guessed. */
const TOKEN_BYTES = 32;

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** The stored form of a token: it cannot be used as the token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
