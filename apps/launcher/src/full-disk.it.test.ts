import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeParent, startTestDatabase, type TestDatabase, until } from './test-database';

/** Enough for an empty server and some of its log of changes. */
const DISK = '160m';
const BLOCK = Buffer.alloc(64 * 1024);

let parent: string;
let ballast: string;
let database: TestDatabase;

const mount = (...args: readonly string[]): boolean => spawnSync(args[0] ?? '', args.slice(1)).status === 0;

/** Only root can make a small file system; without one, filling the disk would fill that of the machine. */
function canMount(): boolean {
  const probe = makeParent();
  const isMounted = mount('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe);
  if (isMounted) mount('umount', probe);
  rmSync(probe, { recursive: true, force: true });
  return isMounted;
}

function fillDisk(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, BLOCK);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}

/** Writes until the server has no space for more; returns the SQLSTATE of the refusal. */
async function untilRefused(): Promise<unknown> {
  for (;;) {
    try {
      await database.pool.query(
        "create table if not exists big (t text); insert into big values (repeat('x', 1e6::int))",
      );
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  }
}

const onSmallDisk = canMount() ? describe : describe.skip;

onSmallDisk('on a disk of its own (skipped where this user may not mount a small file system)', () => {
  beforeAll(async () => {
    parent = makeParent();
    mount('mount', '-t', 'tmpfs', '-o', `size=${DISK},mode=0711`, 'tmpfs', parent);
    chmodSync(parent, 0o711);
    mkdirSync(join(parent, 'on-disk'), { mode: 0o711 });
    ballast = join(parent, 'ballast');
    database = await startTestDatabase(join(parent, 'on-disk'));
  });
  afterAll(async () => {
    await database.stop();
    mount('umount', parent);
    rmSync(parent, { recursive: true, force: true });
  });

  test('reads go on, writes are rejected with a state that the api knows, and all confirmed rows are there', async () => {
    const { confirmed, pool, save } = database;
    await save(() => confirmed.size >= 200);
    fillDisk(ballast);
    const refused = await untilRefused();
    expect(refused).toBe('53100');
    expect(await database.lost()).toEqual([]);
    expect((await pool.query<{ n: number }>('select count(*)::int as n from saved')).rows[0]?.n).toBeGreaterThan(0);
    rmSync(ballast);
    const before = confirmed.size;
    await save(() => confirmed.size >= before + 50);
    expect(database.pids).toHaveLength(1);
  });

  test('a server that ends meanwhile is tried until there is space, and has every confirmed row', async () => {
    const { failures, confirmed, save, pids } = database;
    fillDisk(ballast);
    database.kill();
    await until(() => failures.length === 2);
    rmSync(ballast);
    await until(() => pids.length === 2);
    expect(failures[0]).toMatchObject({ why: 'disk full', message: expect.stringContaining('the disk is full') });
    const before = confirmed.size;
    await save(() => confirmed.size >= before + 50);
    expect(await database.lost()).toEqual([]);
  });
});
