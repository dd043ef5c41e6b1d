import type { z } from 'zod';
import { addressOf, isLocalSite, isLoopback } from './address';
import { EXPECTED_MAIL_FROM, type MailServer, type Sender } from './mail';
import { SettingsError, type SettingIssue } from './settings-error';
import { type FOUNDERS, type LANGUAGES, type LOG_LEVELS, type RUN_MODES, Variables } from './variables';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables whose value must not appear in output or logs. */
const SECRETS = new Set(['HOLDOUT_SECRET', 'DATABASE_URL', 'GRADER_DATABASE_URL', 'SMTP_URL']);

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
  /** The directory of the bank for the trial at check-in, set by the launcher; null loads none. */
  readonly trialBank: string | null;
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
    trialBank: read.HOLDOUT_TRIAL_BANK,
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
