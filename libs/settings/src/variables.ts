import { z } from 'zod';
import { isLoopback } from './address';
import { EXPECTED_MAIL_FROM, EXPECTED_SMTP_URL, readMailServer, readSender } from './mail';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/**
 * The languages of the question bank, of which an installation may offer fewer. This library may not import the bank; a
 * test of the grader compares this list with the bank's.
 */
export const LANGUAGES = ['python', 'sql', 'r', 'javascript', 'typescript'] as const;
/** Who may found an organization: every account with a proven address, or nobody but the operator. */
export const FOUNDERS = ['anyone', 'nobody'] as const;
export const RUN_MODES = ['development', 'production', 'test'] as const;

const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

/** A variable without a default: null if it is absent. */
const orNull = <T>(value: z.ZodType<T>) => value.optional().transform((given): T | null => given ?? null);

const matching = (pattern: RegExp, expected: string) => z.string().regex(pattern, expected);

const Port = matching(/^\d{1,5}$/, 'a whole number from 1 to 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65535, 'a whole number from 1 to 65535');

const Days = matching(/^\d{1,4}$/, 'a whole number of days from 1 to 3650')
  .transform(Number)
  .refine((days) => days >= 1 && days <= 3650, 'a whole number of days from 1 to 3650');

const Flag = oneOf(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

function isSiteAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  );
}

function isLoopbackOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.origin === text && url.protocol === 'http:' && isLoopback(url.hostname);
}

function isDatabaseAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

const DatabaseUrl = z.string().refine(isDatabaseAddress, 'postgresql://user:password@host:port/database');

/**
 * The number or the addresses of trusted proxies; `X-Forwarded-For` is ignored from all others. There is no `true`: it
 * would accept whatever address a client writes at the left of the header.
 */
const TrustProxy = matching(
  /^(false|\d{1,2}|[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*)$/,
  'false, the number of proxies before this server, or their addresses separated by commas',
).transform((text): false | number | readonly string[] => {
  if (text === 'false') return false;
  return /^\d{1,2}$/.test(text) ? Number(text) : text.split(',');
});

/** Reads a text, or reports what is expected; null means that it could not be read. */
const readBy = <T>(read: (text: string) => T | null, expected: string) =>
  z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });

const List = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const Ip = z.union([z.ipv4(), z.ipv6()]);

function isNameServer(text: string): boolean {
  const [, six, four, port = '53'] = /^(?:\[([\da-f:.]+)\]|([\d.]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  return Ip.safeParse(six ?? four).success && Port.safeParse(port).success;
}

const NameServers = List.refine(
  (all) => all.every(isNameServer),
  'addresses separated by commas, such as 10.0.0.2 or [fd00::2]:5353',
);

const isLanguage = (name: string): name is (typeof LANGUAGES)[number] => LANGUAGES.some((one) => one === name);

const Languages = z.string().transform((text, context) => {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const known = LANGUAGES.filter((language) => names.includes(language));
  if (names.every(isLanguage)) return known;
  context.addIssue({ code: 'custom', message: `names from ${LANGUAGES.join(', ')}, separated by commas` });
  return z.NEVER;
});

/** The form of every environment variable that is read; an error says what is expected. */
export const Variables = z.object({
  NODE_ENV: oneOf(RUN_MODES).default('production'),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  PORT: Port.default(3000),
  HOST: matching(/^[\w.:-]+$/, 'a host name or an address').default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isSiteAddress, 'an http or https address without a path, such as https://holdout.example.org')
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUST_PROXY: TrustProxy.default(false),
  HOLDOUT_HOME: matching(/^[^\0]+$/, 'a directory').default('.holdout'),
  DATABASE_URL: orNull(DatabaseUrl),
  GRADER_DATABASE_URL: orNull(DatabaseUrl),
  HOLDOUT_SECRET: orNull(z.string().min(32, 'at least 32 characters')),
  HOLDOUT_LOCAL_MODE: Flag.default(false),
  HOLDOUT_WEB_ROOT: orNull(z.string()),
  HOLDOUT_PUBLIC_BANK: orNull(z.string()),
  HOLDOUT_TRIAL_BANK: orNull(z.string()),
  HOLDOUT_BANKS: List.default([]),
  HOLDOUT_PREVIEW: orNull(z.string().refine(isLoopbackOrigin, 'a loopback origin, such as http://127.0.0.1:3001')),
  GUEST_DAYS: Days.default(90),
  SMTP_URL: readBy(readMailServer, EXPECTED_SMTP_URL).optional(),
  MAIL_FROM: readBy(readSender, EXPECTED_MAIL_FROM).optional(),
  FOUNDING: oneOf(FOUNDERS).optional(),
  DNS_SERVERS: NameServers.default([]),
  HOLDOUT_LANGUAGES: Languages.default([...LANGUAGES]),
});
