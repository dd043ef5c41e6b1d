import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressBlock } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { APP_OPTIONS, type AppOptions } from '../app-options';
import { proxyTest } from './client-address';
import { Crowd } from './crowd';
import type { HttpLimits } from './http-limits';

type Entry = {
  readonly address: string;
  /** Who has sent a request with a valid session on this connection. */
  sender: string | null;
  /** Requests that have been received completely and are being answered. */
  answering: number;
};

const ALL = 'all';

/**
 * Bounds the connections that wait for their client: idle ones, and those with an unfinished request.
 *
 * Who sends is known only after the first request, so a connection counts for its address until then, and for its session
 * afterwards: the limit for an address never costs a person with a session their connection. A connection whose request
 * is being answered is not counted at all.
 */
@Injectable()
export class Connections {
  private readonly entries = new Map<Socket, Entry>();
  private readonly strangers: Crowd;
  private readonly byAddress: Crowd;
  private readonly bySender: Crowd;

  private readonly limits: HttpLimits;
  private readonly isProxy: (address: string) => boolean;

  constructor(@Inject(APP_OPTIONS) { httpLimits: limits, settings }: AppOptions) {
    this.limits = limits;
    this.isProxy = proxyTest(settings.trustProxy);
    this.strangers = new Crowd(limits.strangers);
    this.byAddress = new Crowd(limits.strangersPerAddress);
    this.bySender = new Crowd(limits.perSession);
  }

  /** Watches the connections of a server that does not listen yet. */
  watch(server: Server): void {
    server.maxConnections = this.limits.connections;
    server.on('connection', (socket: Socket) => this.opened(socket));
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.requested(request, response));
  }

  /** Records that a request on this connection had a valid session. */
  identify(socket: Socket, sender: string): void {
    const entry = this.entries.get(socket);
    if (!entry || entry.sender === sender) return;
    this.stopWaiting(socket, entry);
    entry.sender = sender;
    if (entry.answering === 0) this.wait(socket, entry);
  }

  private opened(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    if (this.isProxy(address)) return;
    const entry: Entry = { address: addressBlock(address), sender: null, answering: 0 };
    this.entries.set(socket, entry);
    socket.once('close', () => {
      this.stopWaiting(socket, entry);
      this.entries.delete(socket);
    });
    this.wait(socket, entry);
  }

  private requested(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const entry = this.entries.get(socket);
    if (!entry) return;
    const received = (): void => {
      this.stopWaiting(socket, entry);
      entry.answering += 1;
      response.once('close', () => {
        entry.answering -= 1;
        if (entry.answering === 0 && !socket.destroyed) this.wait(socket, entry);
      });
    };
    if (hasBody(request)) request.once('end', received);
    else received();
  }

  private wait(socket: Socket, { address, sender }: Entry): void {
    if (sender !== null) {
      this.bySender.join(sender, socket);
      return;
    }
    this.byAddress.join(address, socket);
    this.strangers.join(ALL, socket);
  }

  private stopWaiting(socket: Socket, { address, sender }: Entry): void {
    if (sender !== null) {
      this.bySender.leave(sender, socket);
      return;
    }
    this.byAddress.leave(address, socket);
    this.strangers.leave(ALL, socket);
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
