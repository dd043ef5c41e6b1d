import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../../tools/bundle.mjs';
import { sqlIds } from './many-attempts.mjs';

/** Where Debian and Ubuntu keep it; the embedded PostgreSQL of the product has none. */
export const hasPgbench = () => spawnSync('pgbench', ['--version']).status === 0;

/** What stands for a value that differs from save to save, and what pgbench puts in its place. */
const MOMENT = new Date(0);
const MARKS = {
  hash: Buffer.from('hash'),
  item: 'the item',
  organization: 'the organization',
  invitation: 'the invitation',
  save: 'the save',
};

/** From numbers of pgbench: no index is used to look for the value of a volatile function, such as `gen_random_uuid()`. */
const SAVE_ID =
  "(lpad(to_hex(:high::bigint), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(:low::bigint), 12, '0'))::uuid";

class Captured extends Error {}

/** The statement that a repository sends first, with its values. */
async function capture(Repository, act) {
  let found = null;
  const query = (text, values) => {
    found = { text, values };
    throw new Captured();
  };
  await Promise.resolve()
    .then(() => act(new Repository({ query })))
    .catch((error) => {
      if (!(error instanceof Captured)) throw error;
    });
  return found;
}

/** The statements of a save as the API sends them: session, item, save. */
async function statements(answer) {
  await bundle(
    { persistence: 'libs/persistence/src/index.ts' },
    { tsconfig: 'apps/api/tsconfig.json', out: 'dist/bench' },
  );
  const { ResponseRepository, SessionRepository } = await import(resolve('dist/bench/persistence.mjs'));
  const { organization: organizationId, invitation: invitationId } = MARKS;
  const holders = [{ kind: 'candidate', organizationId, candidateId: 'none', invitationId }];
  const revision = { id: MARKS.save, itemId: MARKS.item, basedOn: 0, answer, revealed: 0 };
  return [
    await capture(SessionRepository, (sessions) => sessions.findLiveOfCandidate(MARKS.hash, MOMENT)),
    await capture(ResponseRepository, (responses) => responses.findItemToAnswer(MARKS.item, holders)),
    await capture(ResponseRepository, (responses) => responses.save(holders, revision, MOMENT)),
  ];
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

function sqlOf(value, expressions) {
  if (value === null) return 'null';
  if (value === MOMENT) return 'now()';
  if (typeof value === 'number') return String(value);
  const mark = Object.keys(MARKS).find((name) => MARKS[name] === value);
  return mark === undefined ? quoted(String(value)) : expressions[mark];
}

/** A statement with an expression of pgbench in place of each parameter. */
function inlined({ text, values }, expressions) {
  const sql = text
    // The newest revision, whatever it is: pgbench does not know which one it wrote last.
    .replace('response.revision = $10', 'response.revision = response.revision')
    .replaceAll(/\$(\d+)/g, (_, n) => `(${sqlOf(values[n - 1], expressions)})`);
  return `${sql.replaceAll(/\s+/g, ' ')};`;
}

/** The largest rate at which pgbench does the same statements over as many connections as the API has, from one thread. */
export async function pgbenchRate({ url, people, itemsEach, position, organizationId, answer, seconds, connections }) {
  const ids = sqlIds(':person::int', `(:person::int * ${itemsEach} + ${position})`);
  const expressions = { ...ids, organization: quoted(organizationId), save: SAVE_ID };
  const script = (await statements(answer)).map((statement) => inlined(statement, expressions));
  const directory = mkdtempSync(join(tmpdir(), 'holdout-pgbench-'));
  const file = join(directory, 'save.sql');
  const variables = [
    `\\set person random(0, ${people - 1})`,
    '\\set high random(0, 4294967295)',
    '\\set low random(0, 281474976710655)',
  ];
  writeFileSync(file, [...variables, ...script, ''].join('\n'));
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(connections),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    file,
    url,
  ];
  const { status, stdout, stderr } = spawnSync('pgbench', options, { encoding: 'utf8' });
  rmSync(directory, { recursive: true, force: true });
  const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
  if (status !== 0 || !(rate > 0) || failed > 0) throw new Error(`pgbench failed: ${stdout}\n${stderr}`);
  return rate;
}
