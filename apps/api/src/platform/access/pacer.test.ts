import { Pacer } from './pacer';

const RHYTHM = { burst: 3, perSecond: 2, mostWaiting: 2 };

function aPacer() {
  const waits: number[] = [];
  let now = 10_000;
  const pacer = new Pacer(
    RHYTHM,
    () => now,
    (ms) => Promise.resolve(waits.push(ms)),
  );
  return { pacer, waits, letTimePass: (ms: number) => (now += ms) };
}

test('a burst goes on at once, the rest at the rate, and more than may wait are told when to try again', async () => {
  const { pacer, waits } = aPacer();
  for (let count = 0; count < 5; count += 1) await pacer.turn('ada');
  expect(waits).toEqual([500, 1000]);
  await expect(pacer.turn('ada')).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    fields: { retryAfterSeconds: 2 },
  });
  await pacer.turn('bob');
  expect(waits).toEqual([500, 1000]);
});

test('a person who saves once a second never waits', async () => {
  const { pacer, waits, letTimePass } = aPacer();
  for (let count = 0; count < 100; count += 1) {
    await pacer.turn('ada');
    letTimePass(1000);
  }
  expect(waits).toEqual([]);
});

test('a refused request costs nothing: after its wait the next goes on', async () => {
  const { pacer, waits, letTimePass } = aPacer();
  for (let count = 0; count < 5; count += 1) await pacer.turn('ada');
  for (let count = 0; count < 50; count += 1) await expect(pacer.turn('ada')).rejects.toThrow();
  letTimePass(2500);
  await pacer.turn('ada');
  expect(waits).toEqual([500, 1000]);
});

test('who sends nothing any more is forgotten', async () => {
  const { pacer, letTimePass } = aPacer();
  for (let person = 0; person < 100; person += 1) await pacer.turn(`person ${person}`);
  letTimePass(60_000);
  for (let count = 0; count < 60; count += 1) {
    await pacer.turn('ada');
    letTimePass(1000);
  }
  expect(pacer.size).toBe(1);
});
