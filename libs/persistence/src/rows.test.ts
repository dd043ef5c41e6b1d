import { z } from 'zod';
import { countChanged, findRow, getRow, id, json, listRows, row } from './rows';

const Person = row({ id: id(), name: z.string(), born: z.date().nullable(), extra: json<{ pets: number }>() });

const JO = { id: '01990000-0000-7000-8000-000000000001', name: 'Jo', born: null, extra: { pets: 1 } };

const answering = (result: unknown) => ({ query: () => Promise.resolve(result) });

test('rows that their schema describes are handed on as they were read', async () => {
  const read = [JO, { ...JO, born: new Date(0) }];
  expect(await listRows(answering(read), Person, 'select')).toBe(read);
});

test.each<[string, object]>([
  ['lacks a column', { id: JO.id, name: 'Jo', born: null }],
  ['has a column that nothing reads', { ...JO, age: 7 }],
  ['has a column of another type', { ...JO, name: 7 }],
  ['is null where the schema says that it never is', { ...JO, name: null }],
  ['has a text where a moment is expected', { ...JO, born: '1970-01-01' }],
  ['has an id that is not a UUID', { ...JO, id: 'jo' }],
])('a row that %s is refused, with its statement', async (_fault, faulty) => {
  await expect(listRows(answering([JO, faulty]), Person, 'select from person')).rejects.toThrow('select from person');
});

test('an update or delete that returns rows gives them, without their number', async () => {
  expect(await listRows(answering([[JO], 1]), Person, 'update … returning')).toEqual([JO]);
  expect(await listRows(answering([[], 0]), Person, 'update … returning')).toEqual([]);
});

test('a missing row is null if the statement may have none, and an error if it always has one', async () => {
  expect(await findRow(answering([]), Person, 'select')).toBeNull();
  expect(await getRow(answering([JO]), Person, 'select')).toBe(JO);
  await expect(getRow(answering([]), Person, 'select count')).rejects.toThrow('select count');
});

test('an update or delete returns the number of changed rows; other statements do not', async () => {
  expect(await countChanged(answering([[], 3]), 'update')).toBe(3);
  await expect(countChanged(answering([]), 'insert')).rejects.toThrow('insert');
});

test('outside tests rows are not validated', async () => {
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await jest.isolateModulesAsync(async () => {
      const inProduction = await import('./rows');
      const faulty = [{ name: 7 }];
      expect(await inProduction.listRows(answering(faulty), Person, 'select')).toBe(faulty);
    });
  } finally {
    process.env['NODE_ENV'] = environment;
  }
});
