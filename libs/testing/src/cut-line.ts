import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between a program and its database that a test can cut. */
export type CutLine = {
  /** The address of the database through this line. */
  readonly url: string;
  /** Breaks every connection, and new ones at once, until the line is joined. */
  cut(): void;
  join(): void;
  close(): void;
  /** Cuts the line as soon as this text passes to the database, which still gets it. */
  cutAfter(text: string): void;
};

const ignore = (): undefined => undefined;

class Line implements CutLine {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.accept(socket));
  private isCut = false;
  private trigger: string | null = null;

  constructor(private readonly to: URL) {}

  get url(): string {
    const url = new URL(this.to);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  open(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  join(): void {
    this.isCut = false;
  }

  cut(): void {
    this.isCut = true;
    // Not `destroy`: Jest does not know the errors of Node.js itself, such as ECONNRESET, as errors.
    for (const socket of this.sockets) socket.end();
    this.sockets.clear();
  }

  cutAfter(text: string): void {
    this.trigger = text;
  }

  private accept(socket: Socket): void {
    socket.on('error', ignore);
    if (this.isCut) socket.end();
    else this.carry(socket);
  }

  private carry(socket: Socket): void {
    const beyond = connect(Number(this.to.port), this.to.hostname);
    for (const each of [socket, beyond]) {
      this.sockets.add(each);
      each.on('error', ignore);
    }
    socket.on('close', () => beyond.end());
    beyond.on('close', () => socket.end());
    beyond.pipe(socket);
    socket.on('data', (part) => {
      if (this.trigger === null || !part.includes(this.trigger)) return void beyond.write(part);
      this.trigger = null;
      // The other end executes the statement, and nobody hears of it.
      beyond.unpipe(socket).resume();
      beyond.write(part, () => {
        this.sockets.delete(beyond);
        this.cut();
      });
    });
  }
}

/** A joined line to the database at this address. */
export async function makeCutLine(url: string): Promise<CutLine> {
  const line = new Line(new URL(url));
  await line.open();
  return line;
}
