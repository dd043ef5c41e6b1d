import { findAlike, GATES } from './find-alike';
import { many, pythonProgram } from './test-programs';

const PYTHON = { language: 'python', starter: '' } as const;
const renamed = (seed: number) => pythonProgram(seed, 30, (name) => `my_${name}`);

test('a copy with other names is found among independent programs, and nothing else is', async () => {
  const programs = [...many(30, 30), { id: 'copy', source: `# mine\n${renamed(1)}` }];
  const { compared, typical, alike } = await findAlike(PYTHON, programs);
  expect(compared).toBe(31);
  expect(typical?.pairs).toBe((31 * 30) / 2);
  expect(alike).toMatchObject([{ left: 'p0', right: 'copy', similarity: 1 }]);
  expect(alike[0]?.above).toBeGreaterThan(0.99);
  expect(alike[0]?.longest).toBeGreaterThan(GATES.longest);
});

test('of few programs nothing is said, however alike they are', async () => {
  const same = Array.from({ length: GATES.programs - 1 }, (_, n) => ({ id: `p${n}`, source: pythonProgram(1, 30) }));
  expect(await findAlike(PYTHON, same)).toEqual({ programs: 9, compared: 9, typical: null, alike: [] });
});

test('programs of a question whose answers are all alike are not to be looked at', async () => {
  const same = Array.from({ length: 40 }, (_, n) => ({ id: `p${n}`, source: pythonProgram(1, 30) }));
  const { typical, alike } = await findAlike(PYTHON, same);
  expect(typical?.median).toBe(1);
  expect(alike).toEqual([]);
});

test('short programs are counted and not compared', async () => {
  const short = Array.from({ length: 40 }, (_, n) => ({ id: `p${n}`, source: 'def f(x):\n    return x + 1\n' }));
  expect(await findAlike(PYTHON, [...short, ...many(12, 30)])).toMatchObject({ programs: 52, compared: 12, alike: [] });
});

test('queries that select the same in the same way are not to be looked at', async () => {
  const query = (n: number) =>
    `select c.name, count(*) as n${n}, avg(o.total) from orders o join customer c on c.id = o.customer_id
     where o.placed_at >= '2026-0${(n % 9) + 1}-01' and o.state = 'paid' group by c.name having count(*) > ${n}
     order by n${n} desc, c.name limit ${10 + n}`;
  const queries = Array.from({ length: 25 }, (_, n) => ({ id: `q${n}`, source: query(n) }));
  const { compared, alike } = await findAlike({ language: 'sql', starter: '' }, queries);
  expect(compared).toBe(25);
  expect(alike).toEqual([]);
});

test('programs that share the starter code alone are not alike, and those that add nothing are not compared', async () => {
  const starter = pythonProgram(99, 12);
  const given = Array.from({ length: 5 }, (_, n) => ({ id: `given${n}`, source: starter }));
  const own = many(15, 30).map(({ id, source }) => ({ id, source: `${starter}\n${source}` }));
  const { programs, compared, typical, alike } = await findAlike({ language: 'python', starter }, [...given, ...own]);
  expect([programs, compared]).toEqual([20, 15]);
  expect(typical?.median).toBeLessThan(0.3);
  expect(alike).toEqual([]);
});

test('who copies a part is found by that part', async () => {
  const half = pythonProgram(1, 40).split('\n').slice(1, 60).join('\n');
  const copy = { id: 'copy', source: `${renamed(123_456)}${half}\n` };
  const { alike } = await findAlike(PYTHON, [...many(25, 40), copy]);
  expect(alike).toMatchObject([{ left: 'p0', right: 'copy' }]);
});

test('progress goes up from 0 to 1', async () => {
  const done: number[] = [];
  await findAlike(PYTHON, many(12, 30), (share) => done.push(share));
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done[0]).toBe(0);
  expect(done.at(-1)).toBeLessThanOrEqual(1);
});

test('programs of one author are not compared with each other', async () => {
  const twice = [pythonProgram(1, 30), renamed(1)].map((source, n) => ({ id: `own${n}`, source, author: 'one' }));
  const { typical, alike } = await findAlike(PYTHON, [...twice, ...many(10, 30, 5)]);
  expect(typical?.pairs).toBe((12 * 11) / 2 - 1);
  expect(alike).toEqual([]);
});
