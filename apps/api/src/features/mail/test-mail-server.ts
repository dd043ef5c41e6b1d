import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** The codes with which the server answers a command instead of accepting it. */
type Answers = { readonly auth?: number; readonly rcpt?: number; readonly data?: number };

const refusal = (code: number): Error =>
  Object.assign(new Error('No such https://holdout.example.org/i/token'), { responseCode: code });

/** A real SMTP server on this machine, which keeps what it accepts. */
export class TestMailServer {
  answer: Answers = {};
  private server: SMTPServer | null = null;
  private port = 0;
  private mails: ParsedMail[] = [];
  private addresses: string[] = [];

  static async start(): Promise<TestMailServer> {
    const server = new TestMailServer();
    await server.up();
    return server;
  }

  /** The value of SMTP_URL for it. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}?tls=off`;
  }

  get received(): readonly ParsedMail[] {
    return this.mails;
  }

  /** Every address of an envelope, also of refused ones. */
  get recipients(): readonly string[] {
    return this.addresses;
  }

  reset(): void {
    this.answer = {};
    this.mails = [];
    this.addresses = [];
  }

  async up(): Promise<void> {
    const server = new SMTPServer(this.options());
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(resolve)));
    this.server = null;
  }

  stop(): Promise<void> {
    return this.down();
  }

  private options(): SMTPServerOptions {
    return {
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, callback) =>
        callback(this.answer.auth === undefined ? null : refusal(this.answer.auth), { user: 'me' }),
      onRcptTo: ({ address }, _session, callback) => {
        this.addresses.push(address);
        callback(this.answer.rcpt === undefined ? null : refusal(this.answer.rcpt));
      },
      onData: (stream, _session, callback) => {
        void simpleParser(stream).then((mail) => {
          if (this.answer.data === undefined) this.mails.push(mail);
          callback(this.answer.data === undefined ? null : refusal(this.answer.data));
        });
      },
    };
  }
}
