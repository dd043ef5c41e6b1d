import { randomUUID } from 'node:crypto';
import { Database } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from './app-options';
import type { Ctx } from './context';
import { CookieRules, type Cookies } from './cookies';
import { Loaders } from './loaders';
import { Sessions } from './sessions';

type Origin = { readonly cookies: Cookies; readonly requestId: string; readonly address: string };

/** Makes the context of an operation, the same for HTTP and for the websocket. */
@Injectable()
export class RequestContexts {
  private readonly rules: CookieRules;

  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.rules = new CookieRules(settings.publicUrl);
  }

  ofRequest(request: FastifyRequest, reply: FastifyReply): Promise<Ctx> {
    const cookies = this.rules.ofRequest(request, reply);
    return this.make({ cookies, requestId: request.id, address: request.ip });
  }

  ofSocket(cookies: Readonly<Record<string, string | undefined>>, address: string): Promise<Ctx> {
    return this.make({ cookies: this.rules.ofSocket(cookies), requestId: randomUUID(), address });
  }

  private async make(origin: Origin): Promise<Ctx> {
    const visitor = await this.sessions.identify(origin.cookies);
    const ctx: Ctx = { ...visitor, ...origin, loaders: new Loaders(this.db, () => ctx) };
    return ctx;
  }
}
