import { renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { stillLives, markOf } from './process-mark';
import { startTestDatabase, type TestDatabase, until } from './test-database';

let database: TestDatabase;
/** How many servers there were before the test. */
let servers: number;
beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(() => {
  database.failures.splice(0);
  servers = database.pids.length;
});
afterAll(() => database.stop());

const untilRestarted = (): Promise<void> => until(() => database.pids.length > servers);

function saveRows(more: number): Promise<void> {
  const enough = database.confirmed.size + more;
  return database.save(() => database.confirmed.size >= enough);
}

/** A backend that computes for an hour and looks at nothing meanwhile. */
async function computingBackend(): Promise<number> {
  const client = await database.pool.connect();
  client.on('error', () => undefined);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const computing = client.query("set statement_timeout = '1h'; select count(*) from generate_series(1, 1e12) as n");
  void computing.catch(() => undefined).finally(() => client.release(true));
  return rows[0]?.pid ?? 0;
}

test('a port that another program has taken is named, tried with growing gaps, and used again when it is free', async () => {
  const { failures } = database;
  await saveRows(100);
  const other = createServer((socket) => socket.destroy());
  database.kill(() => void other.listen(database.port, '127.0.0.1'));
  await until(() => failures.length === 3);
  await new Promise((resolve) => other.close(resolve));
  await untilRestarted();
  expect(failures[0]).toMatchObject({
    why: 'port taken',
    message: expect.stringContaining('another program uses its port'),
  });
  const [first = 0, second, third] = failures.map(({ gapMs }) => gapMs);
  expect([second, third]).toEqual([first * 2, first * 4]);
  expect(await database.lost()).toEqual([]);
});

test('a killed server is restarted, and every row that was confirmed before, between and after is still there', async () => {
  const { pids, confirmed, save } = database;
  for (let kills = 1; kills <= 2; kills++) {
    const before = confirmed.size;
    await save(() => confirmed.size >= before + 200);
    const saving = save(() => pids.length >= servers + kills && confirmed.size >= before + 400);
    database.kill();
    await saving;
  }
  expect(await database.lost()).toEqual([]);
  expect(database.failures).toEqual([]);
  expect(pids).toHaveLength(servers + 2);
});

test('the next server does not wait for what the killed one left computing', async () => {
  const left = markOf(await computingBackend());
  if (left === null) throw new Error('The backend does not run');
  database.kill();
  await untilRestarted();
  expect(stillLives(left)).toBe(false);
  expect(database.failures).toEqual([]);
});

test('the server recovers by itself when a backend is killed, and no confirmed row is lost', async () => {
  await saveRows(100);
  const backend = await computingBackend();
  const saving = saveRows(200);
  process.kill(backend, 'SIGKILL');
  await saving;
  expect(await database.lost()).toEqual([]);
  expect(database.pids).toHaveLength(servers);
});

test('damaged files are named, and a server whose files are put back has every row', async () => {
  const { failures, directory } = database;
  await saveRows(100);
  const file = join(directory, 'global/pg_control');
  database.kill(() => renameSync(file, `${file}.away`));
  await until(() => failures.length === 2);
  renameSync(`${file}.away`, file);
  await untilRestarted();
  expect(failures.map(({ why }) => why)).toEqual(failures.map(() => 'damaged'));
  expect(await database.lost()).toEqual([]);
});

test('a stop ends the tries of a server that does not start', async () => {
  const { failures, directory } = database;
  database.kill(() => renameSync(join(directory, 'PG_VERSION'), join(directory, 'away')));
  await until(() => failures.length === 1);
  // It resolves once nothing is tried any more.
  await database.stop();
  database = await startTestDatabase();
});
