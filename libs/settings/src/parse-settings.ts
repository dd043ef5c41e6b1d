import { z } from 'zod';
import { addressOf, isLocalSite, isLoopback } from './address';
import {
  EXPECTED_MAIL_FROM,
  EXPECTED_SMTP_URL,
  type MailServer,
  readMailServer,
  readSender,
  type Sender,
} from './mail';
import { SettingsError, type SettingIssue } from './settings-error';

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/**
 * The languages of the question bank, of which an installation may offer fewer. This library may not import the bank; a
 * test of the grader compares this list with the bank's.
 */
const LANGUAGES = ['python', 'sql', 'r', 'javascript', 'typescript'] as const;
/** Who may found an organization: every account with a proven address, or nobody but the operator. */
const FOUNDERS = ['anyone', 'nobody'] as const;
const RUN_MODES = ['development', 'production', 'test'] as const;

/** Variables whose value must not appear in output or logs. */
const SECRETS = new Set(['HOLDOUT_SECRET', 'DATABASE_URL', 'GRADER_DATABASE_URL', 'SMTP_URL']);

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

const Variables = z.object({
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
  HOLDOUT_BANKS: List.default([]),
  HOLDOUT_PREVIEW: orNull(z.string().refine(isLoopbackOrigin, 'a loopback origin, such as http://127.0.0.1:3001')),
  GUEST_DAYS: Days.default(90),
  SMTP_URL: readBy(readMailServer, EXPECTED_SMTP_URL).optional(),
  MAIL_FROM: readBy(readSender, EXPECTED_MAIL_FROM).optional(),
  FOUNDING: oneOf(FOUNDERS).optional(),
  DNS_SERVERS: NameServers.default([]),
  HOLDOUT_LANGUAGES: Languages.default([...LANGUAGES]),
});

export type Settings = {
  readonly nodeEnv: (typeof RUN_MODES)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly port: number;
  readonly host: string;
  /** The public origin of the site, without a trailing slash; every absolute link begins with it. */
  readonly publicUrl: string;
  readonly trustProxy: false | number | readonly string[];
  /** The directory of all persistent data. */
  readonly home: string;
  /** The api's own database; null means an embedded server (for the launcher) or none (for the grader). */
  readonly databaseUrl: string | null;
  /** The database address of the grader's login, which reaches only jobs, bundles and reports. */
  readonly graderDatabaseUrl: string | null;
  /** Seeds hidden data. Only the api receives it. */
  readonly secret: string | null;
  /** Enables demo accounts and the local mailbox; the launcher sets it for a site that only this machine reaches, with the embedded database. */
  readonly localMode: boolean;
  /** The directory of the built web app, which the api serves; null serves none. */
  readonly webRoot: string | null;
  /** The directory of the public bank, set by the launcher; null loads none. */
  readonly publicBank: string | null;
  /** Further banks to load, each a directory with a bank.yaml. */
  readonly bankDirectories: readonly string[];
  /** The origin of the page of `question preview`, set by that command: it may frame the site and reload the public bank. */
  readonly previewOrigin: string | null;
  /** How long the work of a person without an account is kept after their first visit. */
  readonly guestDays: number;
  /** The server that sends mail, and in whose name; null sends none. */
  readonly mail: { readonly server: MailServer; readonly from: Sender } | null;
  /** Who may found an organization in the web app. */
  readonly founding: (typeof FOUNDERS)[number];
  /** The resolvers that are asked for the records of domains; none means those of the system. */
  readonly dnsServers: readonly string[];
  /** The languages in which this installation runs and grades code, in the order of the bank. */
  readonly languages: readonly (typeof LANGUAGES)[number][];
};

function withoutPassword(text: string): string {
  const url = URL.parse(text);
  if (url === null) return `not a URL (${text.length} characters)`;
  if (url.password !== '') url.password = '***';
  return JSON.stringify(url.href);
}

function foundIn(env: Environment, name: string): string {
  const value = env[name] ?? '';
  if (!SECRETS.has(name)) return JSON.stringify(value);
  return name === 'HOLDOUT_SECRET' ? `${value.length} characters long` : withoutPassword(value);
}

function presentOnly(env: Environment): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== '');
  return Object.fromEntries(entries.map(([name, value]) => [name, value.trim()]));
}

function issuesOf(error: z.ZodError, env: Environment): readonly SettingIssue[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return { name, found: foundIn(env, name), expected: issue.message };
  });
}

function mailOf({ SMTP_URL: server, MAIL_FROM: from }: z.infer<typeof Variables>): Settings['mail'] {
  if (server === undefined) return null;
  if (from !== undefined) return { server, from };
  throw new SettingsError([
    { name: 'MAIL_FROM', found: 'not set', expected: `${EXPECTED_MAIL_FROM}, because SMTP_URL is set` },
  ]);
}

function settingsOf(read: z.infer<typeof Variables>): Settings {
  return {
    nodeEnv: read.NODE_ENV,
    logLevel: read.LOG_LEVEL,
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? addressOf(read.HOST, read.PORT),
    trustProxy: read.TRUST_PROXY,
    home: read.HOLDOUT_HOME,
    databaseUrl: read.DATABASE_URL,
    graderDatabaseUrl: read.GRADER_DATABASE_URL,
    secret: read.HOLDOUT_SECRET,
    localMode: read.HOLDOUT_LOCAL_MODE,
    webRoot: read.HOLDOUT_WEB_ROOT,
    publicBank: read.HOLDOUT_PUBLIC_BANK,
    bankDirectories: read.HOLDOUT_BANKS,
    previewOrigin: read.HOLDOUT_PREVIEW,
    guestDays: read.GUEST_DAYS,
    mail: mailOf(read),
    // An organization sends mail in the installation's name and uses its graders, so the operator decides.
    founding: read.FOUNDING ?? (read.HOLDOUT_LOCAL_MODE ? 'anyone' : 'nobody'),
    dnsServers: read.DNS_SERVERS,
    languages: read.HOLDOUT_LANGUAGES,
  };
}

/** Reads every setting, or throws a SettingsError that names each wrong variable. An empty variable counts as absent. */
export function parseSettings(env: Environment): Settings {
  const present = presentOnly(env);
  const parsed = Variables.safeParse(present);
  if (!parsed.success) throw new SettingsError(issuesOf(parsed.error, present));
  const settings = settingsOf(parsed.data);
  if (settings.localMode && !isLoopback(settings.host)) {
    const expected = 'a loopback address such as 127.0.0.1, because HOLDOUT_LOCAL_MODE enables demo accounts';
    throw new SettingsError([{ name: 'HOST', found: JSON.stringify(settings.host), expected }]);
  }
  if (settings.localMode && !isLocalSite(settings)) {
    const expected = 'no value, because the site can be reached through PUBLIC_URL or a proxy, and demo accounts exist';
    throw new SettingsError([{ name: 'HOLDOUT_LOCAL_MODE', found: JSON.stringify(settings.localMode), expected }]);
  }
  if (settings.previewOrigin !== null && !isLoopback(settings.host)) {
    const expected = 'no value, because other machines can reach HOST';
    throw new SettingsError([{ name: 'HOLDOUT_PREVIEW', found: JSON.stringify(settings.previewOrigin), expected }]);
  }
  return settings;
}
