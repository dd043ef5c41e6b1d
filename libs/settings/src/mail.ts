/** A server that accepts mail by SMTP. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` before anything else is said, or `none`. Never "if the server offers it". */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
};

/** In whose name mail is sent. */
export type Sender = { readonly name: string; readonly address: string };

export const EXPECTED_SMTP_URL =
  'smtps://user:password@host:port, or smtp://host:port for STARTTLS, or smtp://host:port?tls=off without a password';

export const EXPECTED_MAIL_FROM = 'an address such as holdout@example.org, or Name <holdout@example.org>';

const SUBMISSION = 587;
const SUBMISSION_TLS = 465;

/** Reads the text of SMTP_URL; null if it is not one. A password is never sent without TLS. */
export function readMailServer(text: string): MailServer | null {
  const url = URL.parse(text);
  if (url === null || !hasOnlyHost(url)) return null;
  const [security, login] = [securityOf(url), loginOf(url)];
  if (security === null || login === undefined) return null;
  const fallback = security === 'tls' ? SUBMISSION_TLS : SUBMISSION;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host, port: url.port === '' ? fallback : Number(url.port), security, login };
}

const hasOnlyHost = ({ hostname, port, pathname, hash }: URL): boolean =>
  hostname !== '' && port !== '0' && ['', '/'].includes(pathname) && hash === '';

function securityOf({ protocol, search }: URL): MailServer['security'] | null {
  if (protocol === 'smtps:') return search === '' ? 'tls' : null;
  if (protocol !== 'smtp:') return null;
  if (search === '') return 'starttls';
  return search === '?tls=off' ? 'none' : null;
}

/** Undefined if it is not complete, not readable, or would be sent without TLS. */
function loginOf({ username, password, search }: URL): MailServer['login'] | undefined {
  if (username === '' && password === '') return null;
  if (username === '' || password === '' || search !== '') return undefined;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;
const NAMED = /^(?:"([^"\\\p{Cc}]*)"|([^"<>,;:@\\\p{Cc}]*))\s*<([^<>]*)>$/u;

/** Reads the text of MAIL_FROM; null if it is not one address. */
export function readSender(text: string): Sender | null {
  const named = NAMED.exec(text);
  const [name, address] = named ? [named[1] ?? named[2] ?? '', named[3] ?? ''] : ['', text];
  return ADDRESS.test(address) ? { name: name.trim(), address } : null;
}
