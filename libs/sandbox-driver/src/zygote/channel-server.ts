import { chmodSync, chownSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Box, Channel } from './box';
import type { UserIds } from '../options';

const LONGEST_GREETING = 128;
const CHANNELS = 3;

/** Where children connect from inside, each with its token, one connection for each of its three channels. */
export class ChannelServer {
  private readonly expected = new Map<string, { readonly box: Box; left: number }>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.greet(socket));
  }

  static async listen(path: string, owner: UserIds | undefined): Promise<ChannelServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
    chmodSync(path, 0o600);
    if (owner) chownSync(path, owner.uid, owner.gid);
    return new ChannelServer(server);
  }

  expect(token: string, box: Box): void {
    this.expected.set(token, { box, left: CHANNELS });
  }

  close(): void {
    this.server.close();
  }

  private greet(socket: Socket): void {
    let heard = Buffer.alloc(0);
    const listen = (chunk: Buffer): void => {
      heard = Buffer.concat([heard, chunk]);
      const end = heard.indexOf('\n');
      if (end < 0 && heard.length < LONGEST_GREETING) return;
      socket.off('data', listen);
      this.introduce(socket, heard.subarray(0, Math.max(end, 0)).toString('latin1'), heard.subarray(end + 1));
    };
    socket.on('error', () => undefined);
    socket.on('data', listen);
  }

  private introduce(socket: Socket, greeting: string, rest: Buffer): void {
    const [token = '', channel = ''] = greeting.split(' ');
    const guest = this.expected.get(token);
    if (!guest || !isChannel(channel)) return void socket.destroy();
    guest.left -= 1;
    if (guest.left === 0) this.expected.delete(token);
    guest.box.attach(channel, socket, rest);
  }
}

function isChannel(name: string): name is Channel {
  return name === 'out' || name === 'err' || name === 'answer';
}
