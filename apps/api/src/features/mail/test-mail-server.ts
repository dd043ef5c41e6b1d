import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** The codes with which the server answers a command instead of accepting it. */
type Answers = { readonly auth?: number; readonly from?: number; readonly rcpt?: number; readonly data?: number };

const refusalOf = (code: number | undefined): Error | null =>
  code === undefined
    ? null
    : Object.assign(new Error('No such https://holdout.example.org/i/token'), { responseCode: code });

/** A real SMTP server on this machine, which keeps what it accepts. */
export class TestMailServer {
  answer: Answers = {};
  private server: SMTPServer | null = null;
  private port = 0;
  private mails: ParsedMail[] = [];
  private addresses: string[] = [];

  /** The users who sent a password. */
  readonly logins: string[] = [];

  private constructor(private readonly isSecure: boolean) {}

  /** With `isSecure`, TLS from the first byte, with a certificate of its own. */
  static async start({ isSecure = false } = {}): Promise<TestMailServer> {
    const server = new TestMailServer(isSecure);
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
    // A client that ends the connection during TLS.
    server.on('error', () => undefined);
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
      // Without this, a warning about the built-in certificate is printed.
      logger: false,
      secure: this.isSecure,
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username = '' }, _session, callback) => {
        this.logins.push(username);
        callback(refusalOf(this.answer.auth), { user: username });
      },
      onMailFrom: (_address, _session, callback) => callback(refusalOf(this.answer.from)),
      onRcptTo: ({ address }, _session, callback) => {
        this.addresses.push(address);
        callback(refusalOf(this.answer.rcpt));
      },
      onData: (stream, _session, callback) => {
        void simpleParser(stream).then((mail) => {
          if (this.answer.data === undefined) this.mails.push(mail);
          callback(refusalOf(this.answer.data));
        });
      },
    };
  }
}
