import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Settings } from '@holdout/settings';
import type { WebSocketServer } from 'ws';
import { GRAPHQL_PATH } from './path';
import { Origins } from '../http/origins';

/** Accepts websockets from pages of our own origin. `Connections` limits how many are open, as for all connections. */
export class SocketDoor {
  private readonly origins: Origins;

  constructor(
    settings: Settings,
    private readonly server: WebSocketServer,
  ) {
    this.origins = new Origins(settings);
  }

  /** Handles an upgrade request. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const isOurs = request.url?.split('?', 1)[0] === GRAPHQL_PATH && this.origins.admits(request.headers);
    if (!isOurs) {
      refuse(socket, '403 Forbidden');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (client) => {
      this.server.emit('connection', client, request);
    });
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}
