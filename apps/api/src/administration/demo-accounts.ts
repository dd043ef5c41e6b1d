import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AccountRepository,
  type Clock,
  type Database,
  type MemberId,
  MemberRepository,
  type MemberRole,
  newId,
  OrganizationRepository,
} from '@holdout/persistence';
import { DEMO_MANAGER, DEMO_ORGANIZATION } from '../features/demo/demo-names';
import { DEMO_DOMAIN } from '../features/identity/demo-domain';
import { passwordFits } from '../features/identity/password';
import { Administration, newPassword, type Person } from './administration';

export type DemoAccount = { readonly email: string; readonly password: string; readonly role: string };

type Demo = { readonly key: string; readonly email: string; readonly displayName: string; readonly role: string };

const CANDIDATE = {
  key: 'candidate',
  email: `candidate${DEMO_DOMAIN}`,
  displayName: 'Demo candidate',
  role: 'candidate',
};
const ADMIN = { key: 'admin', email: `admin${DEMO_DOMAIN}`, displayName: 'Demo administrator', role: 'administrator' };
const MEMBERS = [
  { key: 'manager', email: DEMO_MANAGER, displayName: 'Demo manager', role: 'manager' },
  { key: 'recruiter', email: `recruiter${DEMO_DOMAIN}`, displayName: 'Demo recruiter', role: 'recruiter' },
  { key: 'reviewer', email: `reviewer${DEMO_DOMAIN}`, displayName: 'Demo reviewer', role: 'reviewer' },
] as const satisfies readonly (Demo & { readonly role: MemberRole })[];
const ALL: readonly Demo[] = [CANDIDATE, ADMIN, ...MEMBERS];

type Passwords = Readonly<Record<string, string>>;

/** Passwords are generated once per data directory and then read from it. */
function keptPasswords(home: string): Passwords {
  const file = join(home, 'demo-accounts.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Passwords) : {};
  const passwords = Object.fromEntries(ALL.map(({ key }) => [key, kept[key] ?? newPassword()]));
  if (ALL.some(({ key }) => kept[key] === undefined))
    writeFileSync(file, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true });
  return passwords;
}

/** Creates the demo accounts of local mode, or returns the existing ones. */
export async function ensureDemoAccounts(db: Database, clock: Clock, home: string): Promise<readonly DemoAccount[]> {
  const passwords = keptPasswords(home);
  const accounts = new DemoAccounts(db, clock);
  const wanted = ALL.map((demo) => ({ ...demo, password: passwords[demo.key] ?? '' }));
  for (const person of wanted) await accounts.ensure(person);
  for (const { email, role } of MEMBERS) await accounts.ensureMember(email, role);
  return wanted.map(({ email, password, role }) => ({ email, password, role }));
}

class DemoAccounts {
  private readonly administration: Administration;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    this.administration = new Administration(db, clock);
  }

  async ensure(person: Person): Promise<void> {
    const accounts = this.db.repo(AccountRepository);
    const known = await accounts.findByEmail(person.email);
    if (known === null) await this.create(person);
    else if (!(await passwordFits(person.password, await accounts.findPasswordHash(known.id)))) {
      await this.administration.changePassword(person.email, person.password);
    }
  }

  /** A role that an administrator of the demo organization has taken away comes back at the next start. */
  async ensureMember(email: string, role: MemberRole): Promise<void> {
    const organization = await this.db.repo(OrganizationRepository).findBySlug(DEMO_ORGANIZATION.slug);
    const account = await this.db.repo(AccountRepository).findByEmail(email);
    if (organization === null || account === null) return;
    const member = { organizationId: organization.id, accountId: account.id, role, createdAt: this.clock.now() };
    await this.db.repo(MemberRepository).insertOnce({ id: newId<MemberId>(this.clock), ...member });
  }

  private create(person: Person): Promise<void> {
    return person.email === ADMIN.email
      ? this.administration.createOrganization(DEMO_ORGANIZATION, person)
      : this.administration.createAccount(person);
  }
}
