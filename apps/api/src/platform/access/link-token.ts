import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../app-options';

/** 256 bits cannot be guessed. */
const TOKEN_BYTES = 32;

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** The stored form of a token: it cannot be used as the token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Tokens of links that are sent by mail, derived from the installation's secret: a mail can be composed when it is sent,
 * and again, without storing the token. The table of the object stores `hashOfToken`, and a generation, which a resend
 * increments: the link of the earlier mail then no longer matches.
 */
@Injectable()
export class LinkTokens {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'secret'>) {}

  of(purpose: string, id: string, generation: number): string {
    const { secret } = this.settings;
    if (secret === null) throw new Error('HOLDOUT_SECRET is not set.');
    return createHmac('sha256', secret).update(`link ${purpose} ${id} ${generation}`).digest('base64url');
  }
}
