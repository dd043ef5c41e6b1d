import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from '../app-options';
import { type AddressSource, clientAddressReader } from './client-address';
import { Connections } from './connections';
import { bearerOf } from './bearer';
import { CookieRules, type Cookies, NO_COOKIES } from './cookies';

/** Facts about a request before authentication; the same over HTTP and over the websocket. */
export type RequestOrigin = {
  readonly cookies: Cookies;
  readonly requestId: string;
  /** Network address of the client, determined according to TRUST_PROXY. */
  readonly address: string;
  /** The token of `Authorization: Bearer`; null without one, and over the websocket. The cookies of such a request are not read. */
  readonly bearer: string | null;
  readonly userAgent: string;
  /** Told who sends the request if its session is valid: an id of the sender. */
  readonly identified: (sender: string) => void;
};

/** Creates the resolver context. Supplied by the product, since the platform has no notion of people. */
export type MakeContext = (origin: RequestOrigin) => Promise<object>;
export const MAKE_CONTEXT = Symbol('MAKE_CONTEXT');

/** A websocket as far as whoever ends it needs to know it. */
export type HeldSocket = {
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
};

/** Ties a websocket to the sender of an operation that it carries, so that it closes when the sender may no longer ask. */
export type HoldSocket = (context: object, socket: HeldSocket) => Promise<void>;
export const HOLD_SOCKET = Symbol('HOLD_SOCKET');

/** Reads the origin of an operation, for HTTP and for the websocket. */
@Injectable()
export class RequestOrigins {
  readonly addressOf: (source: AddressSource) => string;
  private readonly rules: CookieRules;

  constructor(
    @Inject(SETTINGS) { publicUrl, trustProxy }: Settings,
    private readonly connections: Connections,
  ) {
    this.rules = new CookieRules(publicUrl);
    this.addressOf = clientAddressReader(trustProxy);
  }

  ofRequest(request: FastifyRequest, reply: FastifyReply): RequestOrigin {
    const bearer = bearerOf(request.headers);
    return {
      cookies: bearer === null ? this.rules.ofRequest(request, reply) : NO_COOKIES,
      bearer,
      userAgent: request.headers['user-agent'] ?? '',
      requestId: request.id,
      address: this.addressOf(request.raw),
      identified: (sender) => this.connections.identify(request.raw.socket, sender),
    };
  }

  ofSocket(request: IncomingMessage, cookies: Readonly<Record<string, string | undefined>>): RequestOrigin {
    return {
      cookies: this.rules.ofSocket(cookies),
      bearer: null,
      userAgent: request.headers['user-agent'] ?? '',
      requestId: randomUUID(),
      address: this.addressOf(request),
      identified: (sender) => this.connections.identify(request.socket, sender),
    };
  }
}
