import { chosenSteps, runInLanes } from './lanes.mjs';

/** Steps that the test ends, and a record of the started ones. */
function aRun(steps, lanes = 2) {
  const began = [];
  const ends = new Map();
  const stops = [];
  const work = ({ name }) => {
    began.push(name);
    return new Promise((resolve, reject) => ends.set(name, { resolve, reject }));
  };
  const over = runInLanes(steps, { lanes, work, stop: () => stops.push('stop') });
  const settle = async (name, how) => {
    ends.get(name)[how](new Error(name));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { began, stops, over, end: (name) => settle(name, 'resolve'), fail: (name) => settle(name, 'reject') };
}

const A = { name: 'a' };
const B = { name: 'b' };
const C = { name: 'c', after: ['a'] };
const D = { name: 'd' };

test('as many steps run at once as there are lanes, in their order', async () => {
  const run = aRun([A, B, D]);
  expect(run.began).toEqual(['a', 'b']);
  await run.end('b');
  expect(run.began).toEqual(['a', 'b', 'd']);
  await run.end('a');
  await run.end('d');
  await run.over;
});

test('a step waits for its predecessors, and others overtake it', async () => {
  const run = aRun([A, C, D]);
  expect(run.began).toEqual(['a', 'd']);
  await run.end('d');
  expect(run.began).toEqual(['a', 'd']);
  await run.end('a');
  expect(run.began).toEqual(['a', 'd', 'c']);
  await run.end('c');
  await run.over;
});

test('after a failure no step starts, running ones are stopped, and the first failure is thrown once they have ended', async () => {
  const run = aRun([A, B, D]);
  const thrown = expect(run.over).rejects.toThrow('a');
  await run.fail('a');
  expect(run.stops).toHaveLength(1);
  await run.fail('b');
  await thrown;
  expect(run.stops).toHaveLength(1);
  expect(run.began).toEqual(['a', 'b']);
});

test('a lane that waits for a failing step ends too', async () => {
  const run = aRun([A, C]);
  const thrown = expect(run.over).rejects.toThrow('a');
  await run.fail('a');
  await thrown;
});

test('a named step includes its predecessors', () => {
  const E = { name: 'e', after: ['c'] };
  const names = (...wanted) => chosenSteps([A, B, C, D, E], wanted).map(({ name }) => name);
  expect(names('e')).toEqual(['a', 'c', 'e']);
  expect(names('d', 'b')).toEqual(['b', 'd']);
  expect(names()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(() => names('x')).toThrow('Unknown step x. Steps: a, b, c, d, e.');
});
