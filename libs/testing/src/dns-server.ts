import { createSocket, type Socket } from 'node:dgram';

const HEADER_BYTES = 12;
const [TXT, INTERNET] = [16, 1];
const [NO_ERROR, SERVER_FAILURE, NO_NAME] = [0, 2, 3];
const AUTHORITATIVE_ANSWER = 0x8400;
/** The name of an answer: that of the question, by its position. */
const NAME_OF_QUESTION = 0xc00c;
const LONGEST_PART = 255;

/** A resolver at a loopback port that knows the TXT records of its zone. */
export class TestDns {
  /** The texts of each name; null for one that the server fails to answer. */
  readonly zone = new Map<string, readonly string[] | null>();

  private constructor(private readonly socket: Socket) {
    socket.on('message', (query, { port, address }) => socket.send(this.answerTo(query), port, address));
  }

  /** Listens on the given port, or on any free one. */
  static async start(port = 0): Promise<TestDns> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve, reject) => socket.once('error', reject).bind(port, '127.0.0.1', resolve));
    return new TestDns(socket);
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  private answerTo(query: Buffer): Buffer {
    const { name, end } = nameAt(query, HEADER_BYTES);
    const texts = this.zone.get(name.toLowerCase());
    const answers = (texts ?? []).map(recordOf);
    const code = texts === undefined ? NO_NAME : texts === null ? SERVER_FAILURE : NO_ERROR;
    const header = words(query.readUInt16BE(0), AUTHORITATIVE_ANSWER | code, 1, answers.length, 0, 0);
    return Buffer.concat([header, query.subarray(HEADER_BYTES, end + 4), ...answers]);
  }
}

const words = (...values: readonly number[]): Buffer =>
  Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));

/** A name is its labels, each after its length, and a zero. */
function nameAt(message: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.'), end: at + 1 };
}

/** A text is sent in parts of at most 255 bytes, each after its length. */
function recordOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += LONGEST_PART) {
    const part = bytes.subarray(at, at + LONGEST_PART);
    parts.push(Buffer.from([part.length]), part);
  }
  const data = Buffer.concat(parts);
  return Buffer.concat([words(NAME_OF_QUESTION, TXT, INTERNET, 0, 0, data.length), data]);
}
