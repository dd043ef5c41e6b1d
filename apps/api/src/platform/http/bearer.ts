import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '@holdout/settings';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../app-error';
import { CookieRules } from './cookies';

/** Throws if a request with this token is refused, whatever it asks for. Supplied by the product. */
export type AdmitBearer = (bearer: string) => Promise<void>;
export const ADMIT_BEARER = Symbol('ADMIT_BEARER');

const SCHEME = /^Bearer(?: +|$)/i;

const BOTH = 'Send either a token or the cookies of a session, not both.';

/** The token of `Authorization: Bearer` (RFC 6750); null without such a header. Another scheme is not ours to read. */
export function bearerOf({ authorization }: Pick<IncomingHttpHeaders, 'authorization'>): string | null {
  if (authorization === undefined || !SCHEME.test(authorization)) return null;
  return authorization.replace(SCHEME, '').trim();
}

/**
 * Admits requests with a token. No browser adds that header by itself, so the rules against requests from other sites do not
 * apply to them.
 */
export class BearerDoor {
  private readonly cookies: CookieRules;

  constructor(
    private readonly settings: Settings,
    private readonly admit: AdmitBearer,
  ) {
    this.cookies = new CookieRules(settings.publicUrl);
  }

  /**
   * Throws if the request is refused. With a session's cookie beside the token it would have two senders; in local mode the
   * cookie is ignored, because the browser adds it to the requests of the explorer page.
   */
  async check(request: FastifyRequest, bearer: string): Promise<void> {
    if (!this.settings.localMode && this.cookies.hasOwn(request)) throw new AppError('BAD_INPUT', BOTH);
    await this.admit(bearer);
  }
}
