import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: who does not have a link cannot guess one. */
const TOKEN_BYTES = 32;

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is kept of a token: it opens nothing by itself. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
