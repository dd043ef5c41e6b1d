import { chmodSync, chownSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Box, Channel } from './box';
import type { UserIds } from '../options';

const MAX_GREETING_BYTES = 128;
const CHANNELS = 3;

/** The Unix socket that children connect to. Each has a secret token, and makes one connection per channel. */
export class ChannelServer {
  private readonly expected = new Map<string, { readonly box: Box; left: number }>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.onConnection(socket));
  }

  static async listen(path: string, owner: UserIds | undefined): Promise<ChannelServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
    try {
      chmodSync(path, 0o600);
      if (owner) chownSync(path, owner.uid, owner.gid);
    } catch (error) {
      // A server that still listens keeps this process from exiting.
      server.close();
      throw error;
    }
    return new ChannelServer(server);
  }

  expect(token: string, box: Box): void {
    this.expected.set(token, { box, left: CHANNELS });
  }

  close(): void {
    this.server.close();
  }

  private onConnection(socket: Socket): void {
    let received = Buffer.alloc(0);
    const listen = (chunk: Buffer): void => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf('\n');
      if (end < 0 && received.length < MAX_GREETING_BYTES) return;
      socket.off('data', listen);
      this.attach(socket, received.subarray(0, Math.max(end, 0)).toString('latin1'), received.subarray(end + 1));
    };
    socket.on('error', () => undefined);
    socket.on('data', listen);
  }

  private attach(socket: Socket, greeting: string, rest: Buffer): void {
    const [token = '', channel = ''] = greeting.split(' ');
    const expected = this.expected.get(token);
    if (!expected || !isChannel(channel)) return void socket.destroy();
    expected.left -= 1;
    if (expected.left === 0) this.expected.delete(token);
    expected.box.attach(channel, socket, rest);
  }
}

function isChannel(name: string): name is Channel {
  return name === 'out' || name === 'err' || name === 'answer';
}
