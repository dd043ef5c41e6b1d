import type { Product } from './child-environment';
import { demoAccountLines } from './demo-accounts';
import { Stopping } from './stopping';

const product = { localMode: true } as Product;

function warningsOf(work: () => Promise<unknown>): Promise<{ printed: string; failure: unknown }> {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const printed = (): string => written.mock.calls.map(([text]) => String(text)).join('');
  return work()
    .then(() => ({ printed: printed(), failure: null }))
    .catch((failure: unknown) => ({ printed: printed(), failure }))
    .finally(() => written.mockRestore());
}

const endedBySignal = () => Promise.resolve({ code: 1, output: '' });

test('a start that is stopped while the demo accounts are created says nothing about them', async () => {
  const stopping = new Stopping();
  const { printed, failure } = await warningsOf(() =>
    demoAccountLines(product, stopping, () => {
      stopping.ask();
      return endedBySignal();
    }),
  );
  expect(printed).toBe('');
  expect(failure).toMatchObject({ name: 'AbortError' });
});

test('demo accounts that cannot be created are reported with the reason', async () => {
  const failing = () => Promise.resolve({ code: 1, output: 'the disk is full' });
  const { printed } = await warningsOf(() => demoAccountLines(product, new Stopping(), failing));
  expect(printed).toMatch(/not created:\nthe disk is full/);
});
