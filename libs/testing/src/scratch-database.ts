import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';

export type ScratchDatabase = { readonly url: string; drop(): Promise<void> };

/** The content of a template database; `name` identifies it. */
export type Template = { readonly name: string; readonly migrate: (url: string) => Promise<void> };

function superuserUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined)
    throw new Error('TEST_DATABASE_URL is missing: name the file *.it.test.ts and run npm run test:it');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(superuserUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: superuserUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Test files run in parallel: the first creates the template while the others wait for the advisory lock. */
async function makeTemplateOnce(client: Client, { name, migrate }: Template): Promise<string> {
  const database = `template_${name}`;
  const lock = createHash('sha256').update(database).digest().readInt32BE();
  await client.query('select pg_advisory_lock($1)', [lock]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount !== 0) return database;
    const unfinished = `${database}_unfinished`;
    await client.query(`drop database if exists "${unfinished}"`);
    await client.query(`create database "${unfinished}"`);
    await migrate(urlOf(unfinished));
    await client.query(`alter database "${unfinished}" rename to "${database}"`);
    return database;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]);
  }
}

/** Creates a database for one test file: empty, or a clone of a template that is migrated once per run. */
export async function makeScratchDatabase(template?: Template): Promise<ScratchDatabase> {
  const name = `scratch_${randomBytes(8).toString('hex')}`;
  await asSuperuser(async (client) => {
    const from = template ? ` template "${await makeTemplateOnce(client, template)}"` : '';
    await client.query(`create database "${name}"${from}`);
  });
  const drop = () => asSuperuser((client) => client.query(`drop database if exists "${name}" with (force)`));
  return { url: urlOf(name), drop: () => drop().then(() => undefined) };
}
