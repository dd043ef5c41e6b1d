import { CLOSE_DATABASE } from '@holdout/job-queue';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export type Login = { readonly name: string; readonly password: string };

async function ensureLogin(client: Client, { name, password }: Login): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication';
  await client.query(`${verb} role ${escapeIdentifier(name)} with ${rights} password ${escapeLiteral(password)}`);
}

async function ensureDatabase(client: Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(owner)}`);
  }
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

type Wanted = { readonly database: string; readonly owner: Login; readonly grader: Login };

/**
 * Creates the product's database, its owner and the grader's login in the embedded server.
 *
 * Here the grader may only connect; the migrations grant it its rights inside.
 */
export async function prepareDatabase(superuserUrl: string, { database, owner, grader }: Wanted): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await ensureLogin(client, owner);
    await ensureLogin(client, grader);
    await ensureDatabase(client, database, owner.name);
    await client.query(`revoke all on database ${escapeIdentifier(database)} from public`);
    // Databases that every login may enter by default.
    await client.query('revoke connect, temporary on database postgres, template1 from public');
    await client.query(`grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(grader.name)}`);
  });
  const inside = new URL(superuserUrl);
  inside.pathname = `/${database}`;
  // Created by the superuser, so that the owner needs no right to create extensions.
  await withClient(inside.href, async (client) => {
    await client.query('create extension if not exists pg_trgm');
    await client.query(CLOSE_DATABASE);
  });
}
