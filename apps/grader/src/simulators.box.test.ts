import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { binariesFor } from '@holdout/embedded-postgres';
import type { CallOutcome, CallProgram, Sandbox, Value } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';

/** One text per seed that identifies the output of a simulator. */
const DIGEST = `
import hashlib
import SIMULATOR

def figures(seed):
    made = hashlib.sha256()
    def add(part):
        if isinstance(part, dict):
            for name in part:
                made.update(name.encode())
                add(part[name])
        elif isinstance(part, (tuple, int)):
            made.update(repr(part).encode())
        else:
            made.update(repr((part.dtype.str, part.shape)).encode() + part.tobytes())
    add(SIMULATOR.simulate(seed))
    return made.hexdigest()
`;

const MB = 1024 * 1024;
const LIMITS = { cpuMs: 30_000, wallMs: 60_000, memoryBytes: 1024 * MB, outputBytes: MB };

type Figures = Readonly<Record<string, number>>;

let scratchDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'holdout-simulators-'));
  const postgresBinaries = binariesFor(process.cwd(), null);
  sandbox = await createSandbox({ scratchDir, nodeBinary: process.execPath, postgresBinaries });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(scratchDir, { recursive: true, force: true });
});

/** The result of `figures` for each seed, with the author's root and the simulator as a module. */
async function figuresOf(id: string, check: string, seeds: readonly number[]): Promise<readonly Value[]> {
  const files = { 'check.py': check, [`${id}.py`]: readFileSync(resolve('bank/datasets', id, 'simulate.py'), 'utf8') };
  const program: CallProgram = {
    ...{ profile: 'python', root: 'author', datasets: [], files, main: 'check.py', entry: 'figures' },
    calls: seeds.map((seed) => [seed]),
    limits: LIMITS,
  };
  const { answer } = await sandbox.run(program, new AbortController().signal);
  const calls = (answer as { readonly calls?: readonly CallOutcome[] } | undefined)?.calls ?? [];
  expect(calls.map((call) => (call.ok ? 'made' : call.error))).toEqual(seeds.map(() => 'made'));
  return calls.map((call) => (call.ok ? call.value : null));
}

const SIMULATORS = ['payments', 'clicks', 'scans', 'driving', 'retail', 'mentions'];

test.each(SIMULATORS)('%s is the same for the same seed in every box, and differs between seeds', async (id) => {
  const check = DIGEST.replaceAll('SIMULATOR', id);
  const [first, again, other] = await figuresOf(id, check, [1, 1, 2]);
  const [next] = await figuresOf(id, check, [1]);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect([again, next]).toEqual([first, first]);
  expect(other).not.toBe(first);
});

/** Whether the figures of one seed have the property for which the data is simulated. */
const PROPERTIES: readonly (readonly [id: string, property: string, holds: (figures: Figures) => void])[] = [
  [
    'payments',
    'have 0.3 % fraud in bursts with late labels, and a new kind that the old rule misses',
    (figures) => {
      expect(figures['share']).toBeCloseTo(0.003, 4);
      expect(figures['knownAtDay30']).toBeLessThan(0.5);
      expect(figures['knownAtDay120']).toBe(1);
      expect(figures['newBefore']).toBe(0);
      expect(figures['newAfter']).toBeGreaterThan(0.35);
      expect(figures['ruleAfter']).toBeLessThan((figures['ruleBefore'] ?? 0) - 0.15);
      expect(figures['spreadOfDays']).toBeGreaterThan(4);
    },
  ],
  [
    'clicks',
    'depend on position as well as relevance, and clicks per examined item estimate the relevance',
    (figures) => {
      expect(figures['lastOverFirstPlace']).toBeLessThan(0.25);
      expect(figures['perLookAgainstTruth']).toBeGreaterThan(0.8);
      expect(figures['rateAgainstTruth']).toBeLessThan((figures['perLookAgainstTruth'] ?? 0) - 0.15);
      expect(figures['newThingsShown']).toBeLessThan((figures['newThings'] ?? 0) / 4);
      expect([figures['shownTooEarly'], figures['paidForUnviewed']]).toEqual([0, 0]);
    },
  ],
  [
    'scans',
    'leak patients between images, and a threshold from one scanner fails on the other',
    (figures) => {
      expect(figures['splitByImage']).toBeGreaterThan(0.95);
      expect(figures['splitByPatient']).toBeLessThan(0.75);
      expect(figures['onItsScanner']).toBeGreaterThan(0.78);
      expect(figures['onTheOther']).toBeLessThan((figures['possibleOnTheOther'] ?? 0) - 0.05);
    },
  ],
  [
    'driving',
    'improve by filtering, have no detections behind the pillar, and detect most objects twice',
    (figures) => {
      expect(figures['filtered']).toBeLessThan(0.75 * (figures['raw'] ?? 0));
      expect(figures['far']).toBeGreaterThan(1.2 * (figures['near'] ?? 0));
      expect(figures['hiddenMeasured']).toBe(0);
      expect(figures['boxesEach']).toBeGreaterThan(1.8);
      expect(Math.abs((figures['boxesEachKept'] ?? 0) - 1)).toBeLessThan(0.05);
    },
  ],
  [
    'retail',
    'censors demand when stock runs out, and days in stock underestimate it',
    (figures) => {
      expect(figures['soldWhatWasNotThere']).toBe(0);
      expect(figures['emptyDays']).toBeGreaterThan(0.1);
      expect(figures['salesWhereShort']).toBeLessThan(0.75);
      expect(figures['salesOnFullDaysWhereShort']).toBeGreaterThan((figures['salesWhereShort'] ?? 1) + 0.03);
      expect(figures['salesOnFullDaysWhereShort']).toBeLessThan(0.85);
      expect(figures['salesElsewhere']).toBeGreaterThan(0.9);
      expect(figures['demandOverTruth']).toBeCloseTo(1, 1);
    },
  ],
  [
    'mentions',
    'raise a false alarm at the campaign by complaints, and only a true one at the fault by people',
    (figures) => {
      expect([0, 1]).toContain(figures['complaintsAfterCampaign']);
      expect([0, 1]).toContain(figures['peopleAfterFault']);
      expect(figures['peopleAfterCampaign']).toBeGreaterThan(6);
      expect(figures['mixed']).toBeGreaterThan(0.15);
      expect(figures['campaignWordings']).toBeLessThan((figures['faultWordings'] ?? 0) / 10);
    },
  ],
];

test.each(PROPERTIES)('%s %s', async (id, _property, holds) => {
  const check = readFileSync(resolve('apps/grader/src/simulators', `${id}.py`), 'utf8');
  for (const figures of await figuresOf(id, check, [1, 2, 3])) holds(figures as Figures);
});
