import type { CallAnswer, ProgramError, Run } from '@holdout/sandbox';
import { aPythonProgram, aSandbox, type TestSandbox, valuesOf } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1 } });
});
afterAll(() => box.close());

const run = (source: string, over = {}): Promise<Run> => box.run(aPythonProgram(source, over));

async function errorOf(source: string, over = {}): Promise<ProgramError> {
  const answer = (await run(source, over)).answer as CallAnswer;
  if ('loadError' in answer) return answer.loadError;
  const [call] = answer.calls;
  if (call === undefined || call.ok) throw new Error('the call succeeded');
  return call.error;
}

test('asyncio.run works, with tasks, threads and streams of bytes between them', async () => {
  const source = `
import asyncio
import socket


async def doubled(number):
    await asyncio.sleep(0.01)
    return await asyncio.to_thread(lambda: 2 * number)


async def main():
    ours, theirs = socket.socketpair()
    ours.sendall(b"bytes")
    return [*await asyncio.gather(doubled(1), doubled(2)), theirs.recv(5).decode()]


def solve():
    return asyncio.run(main())
`;
  expect(valuesOf(await run(source))).toEqual([[2, 4, 'bytes']]);
});

test('an async function is reported as one, with nothing of this machine on stderr', async () => {
  const source = 'async def solve(): return 1';
  const { stderr } = await run(source);
  expect(stderr).toBe('');
  expect(await errorOf(source)).toMatchObject({
    type: 'TypeError',
    message: 'solve returned a coroutine and no value: write it with def, and call asyncio.run inside',
  });
});

const PROCESSES = /The sandbox forbids starting processes: use threads, or one loop\.$/;

test.each([
  [
    'a process pool',
    'from concurrent.futures import ProcessPoolExecutor as P\n    list(P(2).map(abs, [1]))',
    PROCESSES,
  ],
  ['multiprocessing', 'import multiprocessing as m\n    m.Pool(2)', PROCESSES],
  ['subprocess', "import subprocess\n    subprocess.run(['ls'])", PROCESSES],
  [
    'a fork',
    'import os\n    os.fork()',
    /Operation not permitted\. The sandbox forbids this call: processes, the network/,
  ],
  [
    'a connection',
    "import socket\n    socket.create_connection(('192.0.2.1', 80))",
    /The sandbox forbids the network\.$/,
  ],
  ['input', 'input()', /There is no input here: the function receives its arguments\.$/],
  [
    'another package',
    'import torch',
    /^No module named 'torch'\. Here are the standard library, numpy, pandas, scipy and/,
  ],
])('the error of %s says what is not there', async (_name, body, says) => {
  const { message, traceback } = await errorOf(`def solve():\n    ${body}\n    return 1`);
  expect(message).toMatch(says);
  expect(traceback).toContain(message);
});

test('without data packages, a missing one is not offered', async () => {
  const { message } = await errorOf('import numpy\ndef solve(): pass', { profile: 'python-plain' });
  expect(message).toBe("No module named 'numpy'. Here are the standard library and nothing else.");
});

test('an error whose number cannot be read gets no advice', async () => {
  const source = `
class Odd(OSError):
    errno = property(lambda self: 1 / 0)
def solve(): raise Odd()`;
  expect((await errorOf(source)).type).toBe('Odd');
});

test('bytes in socket pairs are limited by descriptors and the memory of the box', async () => {
  const source = `
import socket
def solve():
    pairs, total = [], 0
    while True:
        try:
            pair = socket.socketpair()
        except OSError:
            return [len(pairs), total]
        pairs.append(pair)
        for end in pair:
            end.setblocking(False)
            try:
                while True: total += end.send(bytes(65536))
            except BlockingIOError:
                pass`;
  const [[pairs, total] = []] = valuesOf(await run(source)) as [number, number][];
  expect(pairs).toBeLessThan(128);
  expect(total).toBeLessThan(64 * 1024 * 1024);
});
