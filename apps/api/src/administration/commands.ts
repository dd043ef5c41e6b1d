import { migrateJobs } from '../platform/jobs/background-jobs';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isShowable, plainName } from '@holdout/bank';
import { databaseRolesSql, grantGrader, migrateQueue } from '@holdout/job-queue';
import {
  type Clock,
  Database,
  InstallationRepository,
  MEMBER_ROLES,
  type MemberRole,
  migrate,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { checkEmail, checkPassword, plainEmail } from '../features/identity/sign-up-input';
import { fingerprintOf } from '../platform/database/secret-fingerprint';
import { Administration, AdministrationError, newPassword } from './administration';
import { MAKE_DEMO } from '../features/demo/make-demo';
import { ensureDemoAccounts } from './demo-accounts';
import type usage from './usage.json';

export type Workplace = {
  readonly settings: Settings;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly print: (text: string) => void;
};

type Run = (workplace: Workplace, args: readonly string[]) => Promise<void>;

const NO_NAME = 'write it without invisible characters, and each word in one alphabet.';
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const databaseOf = (dataSource: DataSource): Database => new Database(dataSource.manager);

type Given = { readonly named: ReadonlyMap<string, string>; readonly roles: readonly string[] };

/** Parses `--name value` options and requires those that are not optional. */
function readOptions(args: readonly string[], required: readonly string[]): Given {
  const options = Object.fromEntries([...required, 'password-file'].map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...args], options: { ...options, role: { type: 'string', multiple: true } } });
  const { role: roles = [], ...rest } = values;
  const named = new Map(Object.entries<string>(rest));
  const missing = required.filter((name) => (named.get(name) ?? '') === '');
  if (missing.length > 0) throw new AdministrationError(`Missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  return { named, roles };
}

function emailOf(named: Given['named']): string {
  const email = named.get('email') ?? '';
  if (checkEmail(plainEmail(email)).length === 0) return email;
  throw new AdministrationError(`--email must be an e-mail address; "${email}" is not one.`);
}

async function migrateAll({ settings, dataSource, print }: Workplace): Promise<void> {
  await migrate(dataSource);
  const client = new Client({ connectionString: settings.databaseUrl ?? '' });
  await client.connect();
  try {
    await migrateQueue(client);
    const grader = settings.graderDatabaseUrl === null ? null : new URL(settings.graderDatabaseUrl).username;
    if (grader !== null && grader !== '') await grantGrader(client, decodeURIComponent(grader));
  } finally {
    await client.end();
  }
  await migrateJobs(settings.databaseUrl ?? '');
  print('The database is up to date.');
}

/** "-" is standard input: a password on the command line would be stored in the shell's history. */
async function readPassword(file: string | undefined, email: string): Promise<string | null> {
  if (file === undefined) return null;
  const password = readFileSync(file === '-' ? 0 : file, 'utf8').trim();
  const issues = await checkPassword(password, { email: plainEmail(email), name: '' });
  if (issues.length === 0) return password;
  throw new AdministrationError('The password must have 10 to 200 characters and must not be a common one.');
}

function refuseHidden(named: Given['named']): void {
  const wrong = ['name', 'organization'].find((key) => !isShowable(plainName(named.get(key) ?? '')));
  if (wrong !== undefined) throw new AdministrationError(`--${wrong}: ${NO_NAME}`);
}

/** The names of a new organization, its slug and its first administrator. */
function readFounding(named: Given['named']) {
  refuseHidden(named);
  const [displayName, name, slug] = (['name', 'organization', 'slug'] as const).map((key) =>
    plainName(named.get(key) ?? ''),
  ) as [string, string, string];
  if (!SLUG.test(slug))
    throw new AdministrationError('--slug must be lower case with hyphens, for example my-company.');
  return { displayName, name, slug };
}

async function create({ dataSource, clock, settings, print }: Workplace, args: readonly string[]): Promise<void> {
  const { named } = readOptions(args, ['email', 'name', 'organization', 'slug']);
  const { displayName, name, slug } = readFounding(named);
  const email = emailOf(named);
  const chosen = await readPassword(named.get('password-file'), email);
  const password = chosen ?? newPassword();
  const administration = new Administration(databaseOf(dataSource), clock);
  await administration.createOrganization({ slug, name }, { email, displayName, password });
  print(`Page of ${name}: ${settings.publicUrl}/o/${slug}`);
  print(
    chosen === null ? `Password of ${email}, not shown again: ${password}` : 'The password is the one in the file.',
  );
}

function parseRoles(roles: readonly string[]): readonly MemberRole[] {
  const known = MEMBER_ROLES.filter((role) => roles.includes(role));
  if (known.length > 0 && roles.every((role) => MEMBER_ROLES.some((one) => one === role))) return known;
  throw new AdministrationError(`--role must be one of ${MEMBER_ROLES.join(', ')}; repeat it for several roles.`);
}

async function invite({ dataSource, clock, settings, print }: Workplace, args: readonly string[]): Promise<void> {
  const { named, roles } = readOptions(args, ['organization', 'email']);
  const administration = new Administration(databaseOf(dataSource), clock);
  const invited = { email: emailOf(named), roles: parseRoles(roles) };
  const token = await administration.invite(named.get('organization') ?? '', invited);
  print(`${settings.publicUrl}/join/${token}`);
}

async function setRoles({ dataSource, clock, print }: Workplace, args: readonly string[]): Promise<void> {
  const { named, roles } = readOptions(args, ['organization', 'email']);
  const [slug, email] = [named.get('organization') ?? '', emailOf(named)];
  const given = parseRoles(roles);
  await new Administration(databaseOf(dataSource), clock).changeRoles(slug, email, given);
  print(`${email} is now ${given.join(', ')} in "${slug}" and has to sign in again.`);
}

async function remove({ dataSource, clock, print }: Workplace, args: readonly string[]): Promise<void> {
  const { named } = readOptions(args, ['organization', 'email']);
  const [slug, email] = [named.get('organization') ?? '', emailOf(named)];
  await new Administration(databaseOf(dataSource), clock).changeRoles(slug, email, []);
  print(`${email} is no longer a member of "${slug}". All sessions of this account have ended.`);
}

async function setPassword({ dataSource, clock, print }: Workplace, args: readonly string[]): Promise<void> {
  const { named } = readOptions(args, ['email']);
  const email = emailOf(named);
  const chosen = await readPassword(named.get('password-file'), email);
  const password = chosen ?? newPassword();
  await new Administration(databaseOf(dataSource), clock).changePassword(email, password);
  print(
    chosen === null ? `Password of ${email}, not shown again: ${password}` : 'The password is the one in the file.',
  );
}

async function demo({ dataSource, settings, clock, print }: Workplace): Promise<void> {
  if (!settings.localMode)
    throw new AdministrationError(
      'Demo accounts exist only in local mode: HOST and PUBLIC_URL on this machine, and the embedded database.',
    );
  const db = databaseOf(dataSource);
  const accounts = await ensureDemoAccounts(db, clock, settings.home);
  await db.transaction((tx) => MAKE_DEMO.add(tx, {}));
  print(JSON.stringify(accounts));
}

async function rotateSecret({ dataSource, settings: { secret }, print }: Workplace): Promise<void> {
  if (secret === null) throw new AdministrationError('HOLDOUT_SECRET is not set. Set it to the new secret.');
  await databaseOf(dataSource).repo(InstallationRepository).replaceFingerprint(fingerprintOf(secret));
  print('The new secret is accepted for this database. Stored data is unchanged; new draws use the new secret.');
}

async function printDatabaseRoles({ settings, print }: Workplace): Promise<void> {
  const url = settings.graderDatabaseUrl;
  print(databaseRolesSql(url === null ? 'holdout_grader' : decodeURIComponent(new URL(url).username)));
}

/** The commands of `holdout admin`. Their help is in `usage.json`, which `tools/setup/help.mjs` shows without a build. */
export const COMMANDS: Readonly<Record<string, Run>> = {
  migrate: migrateAll,
  create,
  invite,
  roles: setRoles,
  remove,
  password: setPassword,
  demo,
  'rotate-secret': rotateSecret,
  'database-roles': printDatabaseRoles,
} satisfies Record<keyof typeof usage, Run>;
