import { processesOf, BOX_USER, aPythonProgram, aSandbox, eventually, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import { childrenNamed } from '../machine/test-processes';

/** Values shared by all boxes of one zygote: the address space layout and the hash seed. */
const fingerprint = aPythonProgram('def solve(): return [id(None), hash("a text")]');

let box: TestSandbox;
afterEach(() => box.close());

async function zygoteFingerprint(): Promise<string> {
  return JSON.stringify(valuesOf(await box.run(fingerprint)));
}

test('rotates zygotes without delaying a run; the new one has another address space layout', async () => {
  box = await aSandbox({ parked: { python: 1 }, lifetime: { boxes: 4 } });
  const first = await zygoteFingerprint();
  const fingerprints = new Set<string>();
  const waits: number[] = [];
  while (fingerprints.size < 3) {
    const began = performance.now();
    const run = await box.run(fingerprint);
    waits.push(performance.now() - began - run.wallMs);
    fingerprints.add(JSON.stringify(valuesOf(run)));
  }
  expect(fingerprints).toContain(first);
  // Warming up takes over a second, so no run waited for it.
  expect(Math.max(...waits)).toBeLessThan(1000);
  await eventually(() => childrenNamed('zygote.py').length === 1);
});

test('old zygotes exit with their last box, so that memory does not accumulate', async () => {
  box = await aSandbox({ parked: { python: 2 }, lifetime: { boxes: 3 } });
  for (const seen = new Set<string>(); seen.size < 3;) {
    const all = await Promise.all([zygoteFingerprint(), zygoteFingerprint(), zygoteFingerprint()]);
    for (const each of all) seen.add(each);
    expect(childrenNamed('zygote.py').length).toBeLessThanOrEqual(3);
  }
  await eventually(() => childrenNamed('zygote.py').length === 1);
  // One zygote is two processes; two boxes are parked.
  await eventually(() => process.geteuid?.() !== 0 || processesOf(BOX_USER).length <= 4);
});
