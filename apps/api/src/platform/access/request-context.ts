import { randomUUID } from 'node:crypto';
import { Database } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from '../app-options';
import { Ctx, type RequestOrigin } from './context';
import { CookieRules } from '../http/cookies';
import { Sessions } from './sessions';

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

  private async make(origin: RequestOrigin): Promise<Ctx> {
    const visitor = await this.sessions.identify(origin.cookies);
    return new Ctx(visitor, origin, this.db);
  }
}
