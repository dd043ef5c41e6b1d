import { createTransport } from 'nodemailer';
import type { MailRow } from '@holdout/persistence';
import type { MailServer, Sender, Settings } from '@holdout/settings';
import type { RenderedMail } from './mail-content';
import { MailRefused, NotAcceptedYet, type MailPost } from './mail-post';
import { replyForPeople } from './smtp-reply';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** No list, no reply by software: answers to out-of-office messages would go round for ever. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

const ADDRESS = /^[^\s<>@,;:"()[\]\\\p{Cc}]+@[^\s<>@,;:"()[\]\\\p{Cc}]+$/u;

/** Sends each message over its own connection. */
export class SmtpPost implements MailPost {
  private readonly transport;
  private readonly from: Sender;

  constructor({ server, from }: NonNullable<Settings['mail']>, name: string) {
    this.transport = createTransport(optionsOf(server, name));
    this.from = from;
  }

  async deliver({ recipient, messageId }: MailRow, message: RenderedMail): Promise<void> {
    if (!ADDRESS.test(recipient)) throw new MailRefused('badAddress');
    const { subject, html, text } = message;
    const attachments = message.attachments.map(({ name, type, text: content }) => ({
      filename: name,
      contentType: type,
      content,
    }));
    const envelope = { from: this.from.address, to: [recipient] };
    const to = { name: '', address: recipient };
    await this.transport
      .sendMail({ envelope, from: this.from, to, messageId, subject, html, text, attachments, headers: HEADERS })
      .catch((error: unknown) => {
        throw failureOf(error);
      });
  }
}

function optionsOf({ host, port, security, login }: MailServer, name: string) {
  return {
    host,
    port,
    name,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' as const },
    auth: login === null ? undefined : { user: login.user, pass: login.password },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What nodemailer adds to an error, if it knows. */
const UNKNOWN = { code: 'error', command: '', response: '', responseCode: 0 };
type SmtpError = typeof UNKNOWN;

/** Replies about this mail. Others are about this installation: connection, TLS, login, sender. */
const ABOUT_MAIL: Readonly<Record<string, 'refused' | 'rejected'>> = { 'RCPT TO': 'refused', DATA: 'rejected' };

/**
 * A 5xx reply about the recipient or the message is final. Refusals of this installation are tried again, because the
 * operator can correct the cause; what the server said to a login is not kept.
 */
function failureOf(error: unknown): Error {
  const { code, command, response, responseCode } = { ...UNKNOWN, ...(error as Partial<SmtpError>) };
  if (isTooLarge(code, responseCode)) return new MailRefused('rejected');
  const final = ABOUT_MAIL[command];
  const reply = final === undefined || response === '' ? null : replyForPeople(response);
  if (final !== undefined && responseCode >= 500) return new MailRefused(final, reply);
  return new NotAcceptedYet([code, command, responseCode].filter(Boolean).join(' '), reply);
}

/** The server stated a limit that the message exceeds, so it was not sent at all. */
const isTooLarge = (code: string, responseCode: number): boolean => code === 'EMESSAGE' && responseCode === 0;
