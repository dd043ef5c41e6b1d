import type { FastifyReply, FastifyRequest } from 'fastify';

/** Cookies of one request. On a websocket none can be set: the HTTP response was sent at the upgrade. */
export type Cookies = {
  get(name: string): string | null;
  set(name: string, value: string, expiresAt: Date): void;
  clear(name: string): void;
};

const refuse = (): never => {
  throw new Error('This request cannot set cookies');
};

/** Of a request that is not a browser's. */
export const NO_COOKIES: Cookies = { get: () => null, set: refuse, clear: refuse };

/** Over https the prefix `__Host-` makes browsers require Secure, this exact host and the path `/` (RFC 6265bis). */
export class CookieRules {
  readonly secure: boolean;

  constructor(publicUrl: string) {
    this.secure = publicUrl.startsWith('https:');
  }

  nameOf(name: string): string {
    return this.secure ? `__Host-holdout-${name}` : `holdout-${name}`;
  }

  /** Whether the request has a cookie of ours, which makes it a browser's. */
  hasOwn({ cookies }: FastifyRequest): boolean {
    return Object.keys(cookies).some((name) => name.startsWith(this.nameOf('')));
  }

  ofRequest(request: FastifyRequest, reply: FastifyReply): Cookies {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
    return {
      get: (name) => request.cookies[this.nameOf(name)] ?? null,
      set: (name, value, expires) => void reply.setCookie(this.nameOf(name), value, { ...options, expires }),
      clear: (name) => void reply.clearCookie(this.nameOf(name), options),
    };
  }

  ofSocket(parsed: Readonly<Record<string, string | undefined>>): Cookies {
    return { get: (name) => parsed[this.nameOf(name)] ?? null, set: refuse, clear: refuse };
  }
}
