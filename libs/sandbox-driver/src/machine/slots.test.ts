import { Slots } from './slots';

const forever = new AbortController().signal;

test('gives each of those who run at the same time a place of its own, and the next the first free one', async () => {
  const slots = new Slots(2);
  const seen: number[] = [];
  let running = 0;
  await Promise.all(
    Array.from({ length: 6 }, () =>
      slots.use(forever, async (slot) => {
        running += 1;
        seen.push(slot);
        expect(running).toBeLessThanOrEqual(2);
        await Promise.resolve();
        running -= 1;
      }),
    ),
  );
  expect(new Set(seen)).toEqual(new Set([0, 1]));
  expect(seen).toHaveLength(6);
});

test('lets go of who gives up waiting, and keeps the place for the next', async () => {
  const slots = new Slots(1);
  const gone = new AbortController();
  let leave = (): void => undefined;
  const first = slots.use(forever, () => new Promise<void>((resolve) => (leave = resolve)));
  const second = slots.use(gone.signal, () => Promise.resolve('ran'));
  const third = slots.use(forever, () => Promise.resolve('ran'));
  gone.abort();
  await expect(second).rejects.toThrow('nobody waits');
  leave();
  await first;
  expect(await third).toBe('ran');
});
