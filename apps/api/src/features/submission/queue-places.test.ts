import type { QueuePlace } from '@holdout/job-queue';
import type { Database } from '@holdout/persistence';
import { QueuePlaces } from './queue-places';

/** A queue whose rankings are completed by the test; it records the requested ids. */
function aSlowQueue() {
  const rankings: { readonly ids: readonly string[]; readonly end: (error?: Error) => void }[] = [];
  const placesInQueue = (ids: readonly string[]): Promise<ReadonlyMap<string, QueuePlace>> =>
    new Promise((resolve, reject) => {
      const places = new Map(ids.filter((id) => id !== 'taken').map((id, index) => [id, index + 1]));
      rankings.push({ ids, end: (error) => (error ? reject(error) : resolve(places)) });
    });
  const db = { repo: () => ({ placesInQueue }) } as unknown as Database;
  return { places: new QueuePlaces(db), rankings };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('requests during a ranking share the next ranking', async () => {
  const { places, rankings } = aSlowQueue();
  const first = places.find('a');
  await settled();
  const others = [places.find('b'), places.find('c'), places.find('b'), places.find('taken')];
  await settled();
  expect(rankings.map(({ ids }) => ids)).toEqual([['a']]);
  rankings[0]?.end();
  expect(await first).toBe(1);
  await settled();
  expect(rankings.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c', 'taken']]);
  rankings[1]?.end();
  expect(await Promise.all(others)).toEqual([1, 2, 1, null]);
});

test('a failed ranking rejects only the requests that share it', async () => {
  const { places, rankings } = aSlowQueue();
  const failing = places.find('a');
  await settled();
  const next = places.find('b');
  rankings[0]?.end(new Error('the database is unreachable'));
  await expect(failing).rejects.toThrow('the database is unreachable');
  await settled();
  rankings[1]?.end();
  expect(await next).toBe(1);
});
