import { systemClock } from '@holdout/persistence';
import { GraphQLClient } from '@holdout/testing';
import { Administration } from './administration/administration';
import type { TestApi } from './test-api';

/** The password of every test account that has no other. */
export const PASSWORD = 'the tide turns at nine';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const JOIN = `insert into member (id, organization_id, account_id, role, created_at)
  select gen_random_uuid(), o.id, p.account_id, $3, now() from organization o, account_profile p
  where o.slug = $1 and p.email = $2`;

/** Accounts that the command line makes, with proven addresses, and clients that have signed in. */
export class TestAccounts {
  readonly administration: Administration;
  private made = 0;

  constructor(private readonly api: Pick<TestApi, 'db' | 'dataSource' | 'url'>) {
    this.administration = new Administration(api.db, systemClock);
  }

  /** A new account; gives its address. */
  async make(displayName = 'A person', domain = 'example.org'): Promise<string> {
    const email = `person${(this.made += 1)}@${domain}`;
    await this.administration.createAccount({ email, password: PASSWORD, displayName });
    return email;
  }

  async signedIn(email: string, { password = PASSWORD, headers = {} } = {}): Promise<GraphQLClient> {
    const client = new GraphQLClient(this.api.url, headers);
    await client.ask(SIGN_IN, { input: { email, password } });
    return client;
  }

  /** Makes an account a member of an organization. */
  async join(email: string, slug: string, role: string): Promise<void> {
    await this.api.dataSource.query(JOIN, [slug, email, role]);
  }
}
