import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Settings } from '@holdout/settings';
import type { WebSocket, WebSocketServer } from 'ws';
import type { AddressSource } from '../http/client-address';
import { GRAPHQL_PATH } from './path';
import { Origins } from '../http/origins';

/** High enough for many people behind one address, low enough that one script cannot hold every connection. */
const MOST_PER_ADDRESS = 200;

/** Accepts websockets from pages of our own origin, up to a limit per client address. */
export class SocketDoor {
  private readonly origins: Origins;
  private readonly open = new Map<string, number>();

  constructor(
    settings: Settings,
    private readonly server: WebSocketServer,
    private readonly addressOf: (source: AddressSource) => string,
  ) {
    this.origins = new Origins(settings);
  }

  /** Handles an upgrade request. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = this.addressOf(request);
    const isOurs = request.url?.split('?', 1)[0] === GRAPHQL_PATH && this.origins.admits(request.headers);
    if (!isOurs) {
      refuse(socket, '403 Forbidden');
      return;
    }
    if ((this.open.get(address) ?? 0) >= MOST_PER_ADDRESS) {
      refuse(socket, '429 Too Many Requests');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (client) => {
      this.count(address, client);
      this.server.emit('connection', client, request);
    });
  }

  private count(address: string, client: WebSocket): void {
    this.open.set(address, (this.open.get(address) ?? 0) + 1);
    client.once('close', () => {
      const left = (this.open.get(address) ?? 1) - 1;
      if (left === 0) this.open.delete(address);
      else this.open.set(address, left);
    });
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}
