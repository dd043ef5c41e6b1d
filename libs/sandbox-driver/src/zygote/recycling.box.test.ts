import { processesOf, BOX_USER, aPythonProgram, aSandbox, eventually, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import { childrenNamed } from '../machine/test-processes';

const LONG = 120_000;
/** What is the same for all boxes of one zygote: where things are in memory, and how texts are hashed. */
const fingerprint = aPythonProgram('def solve(): return [id(None), hash("a text")]');

let box: TestSandbox;
afterEach(() => box.close());

async function print(): Promise<string> {
  return JSON.stringify(valuesOf(await box.run(fingerprint)));
}

test(
  'zygotes are replaced without anybody waiting for it, and the new one is laid out otherwise',
  async () => {
    box = await aSandbox({ parked: { python: 1 }, lifetime: { boxes: 4 } });
    const first = await print();
    const prints = new Set<string>();
    const waits: number[] = [];
    while (prints.size < 3) {
      const began = performance.now();
      const run = await box.run(fingerprint);
      waits.push(performance.now() - began - run.wallMs);
      prints.add(JSON.stringify(valuesOf(run)));
    }
    expect(prints).toContain(first);
    // Warming up takes longer than a second here; nobody may have waited for that.
    expect(Math.max(...waits)).toBeLessThan(1000);
    await eventually(() => childrenNamed('zygote.py').length === 1);
  },
  LONG,
);

test(
  'old zygotes end with their last box, so that memory does not pile up',
  async () => {
    box = await aSandbox({ parked: { python: 2 }, lifetime: { boxes: 3 } });
    for (const seen = new Set<string>(); seen.size < 3;) {
      const all = await Promise.all([print(), print(), print()]);
      for (const each of all) seen.add(each);
      expect(childrenNamed('zygote.py').length).toBeLessThanOrEqual(3);
    }
    await eventually(() => childrenNamed('zygote.py').length === 1);
    // One zygote is two processes, and two boxes are parked.
    await eventually(() => process.geteuid?.() !== 0 || processesOf(BOX_USER).length <= 4);
  },
  LONG,
);
