import { connect } from 'node:net';

const END_OF_HEADERS = Buffer.from('\r\n\r\n');
const LENGTH = /content-length: (\d+)/i;

/** One connection that is kept, with one request at a time: as cheap as possible, so that the server is what is measured. */
class Wire {
  constructor(port) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.rest = Buffer.alloc(0);
    this.done = null;
    this.socket.on('data', (part) => this.take(part));
    this.socket.on('error', () => this.end(null));
    this.socket.on('close', () => this.end(null));
    this.isBroken = false;
  }

  end(answer) {
    if (answer === null) this.isBroken = true;
    const { done } = this;
    this.done = null;
    done?.(answer);
  }

  take(part) {
    this.rest = this.rest.length === 0 ? part : Buffer.concat([this.rest, part]);
    const at = this.rest.indexOf(END_OF_HEADERS);
    if (at < 0) return;
    const head = this.rest.latin1Slice(0, at);
    const end = at + 4 + Number(LENGTH.exec(head)[1]);
    if (this.rest.length < end) return;
    const text = this.rest.toString('utf8', at + 4, end);
    this.rest = this.rest.subarray(end);
    this.end({ status: Number(head.slice(9, 12)), text });
  }

  ask(request) {
    return new Promise((resolve) => {
      this.done = resolve;
      this.socket.write(request);
    });
  }
}

/** Connections to the processes behind one address, used in turn as a balancer would. */
export class Wires {
  constructor(ports, count) {
    this.all = Array.from({ length: count }, (_, n) => new Wire(ports[n % ports.length]));
    this.free = [...this.all];
    this.waiting = [];
  }

  async ask(request) {
    const wire = this.free.shift() ?? (await new Promise((resolve) => this.waiting.push(resolve)));
    if (wire === null) return null;
    const answer = wire.isBroken ? null : await wire.ask(request);
    const next = this.waiting.shift();
    if (next) next(wire);
    else this.free.push(wire);
    return answer;
  }

  /** Gives up what waits for a connection; returns how much that was. */
  drop() {
    const dropped = this.waiting.splice(0);
    for (const resolve of dropped) resolve(null);
    return dropped.length;
  }

  close() {
    for (const { socket } of this.all) socket.destroy();
  }
}

/** The bytes of a POST of GraphQL with this cookie. */
export function requestOf(cookie, body) {
  const text = JSON.stringify(body);
  return `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncookie: ${cookie}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
