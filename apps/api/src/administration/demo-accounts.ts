import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccountRepository, type Clock, type Database } from '@holdout/persistence';
import { DEMO_DOMAIN } from '../features/identity/demo-domain';
import { passwordFits } from '../features/identity/password';
import { Administration, newPassword } from './administration';

export type DemoAccount = { readonly email: string; readonly password: string; readonly role: string };

const CANDIDATE = { email: `candidate${DEMO_DOMAIN}`, displayName: 'Demo candidate', role: 'candidate' } as const;
const ADMIN = { email: `admin${DEMO_DOMAIN}`, displayName: 'Demo administrator', role: 'administrator' } as const;
const ORGANIZATION = { slug: 'demo', name: 'Demo organization' } as const;

type Passwords = { readonly candidate: string; readonly admin: string };

/** Passwords are generated once per data directory and then read from it. */
function keptPasswords(home: string): Passwords {
  const file = join(home, 'demo-accounts.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const passwords = { candidate: newPassword(), admin: newPassword() };
  writeFileSync(file, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true });
  return passwords;
}

/** Creates the demo accounts of local mode, or returns the existing ones. */
export async function ensureDemoAccounts(db: Database, clock: Clock, home: string): Promise<readonly DemoAccount[]> {
  const passwords = keptPasswords(home);
  const administration = new Administration(db, clock);
  const wanted = [
    { ...CANDIDATE, password: passwords.candidate, make: (person: Person) => administration.createAccount(person) },
    {
      ...ADMIN,
      password: passwords.admin,
      make: (person: Person) => administration.createOrganization(ORGANIZATION, person),
    },
  ];
  for (const { make, ...person } of wanted) {
    const accounts = db.repo(AccountRepository);
    const known = await accounts.findByEmail(person.email);
    if (known === null) await make(person);
    else if (!(await passwordFits(person.password, await accounts.findPasswordHash(known.id)))) {
      await administration.changePassword(person.email, person.password);
    }
  }
  return wanted.map(({ email, password, role }) => ({ email, password, role }));
}

type Person = { readonly email: string; readonly displayName: string; readonly password: string };
