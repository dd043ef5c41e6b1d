import { PROFILES } from '@holdout/sandbox';
import type { Profile, ProfileReport, Run } from '@holdout/sandbox';
import { noCgroups } from '../cgroups/cgroups';
import type { Cgroups } from '../cgroups/cgroups';
import { describeProfiles } from './describe';

const answered: Run = {
  end: { kind: 'answered' },
  stdout: '',
  stderr: '',
  cpuMs: 1,
  wallMs: 1,
  memoryBytes: 1,
};

async function reportsWith(kind: Cgroups['kind']): Promise<ReadonlyMap<Profile, ProfileReport>> {
  const reports = await describeProfiles({
    profiles: PROFILES,
    cgroups: { ...noCgroups, kind },
    run: () => Promise.resolve(answered),
    versions: () => Promise.resolve({}),
  });
  return new Map(reports.map((report) => [report.profile, report]));
}

const ofGroups = (lines: readonly string[] = []): readonly string[] => lines.filter((line) => line.includes('cgroup'));

test.each(['v1', 'v2'] as const)('reports cgroups of version %s as isolation, and nothing as missing', async (kind) => {
  const reports = await reportsWith(kind);
  for (const profile of PROFILES) {
    const report = reports.get(profile);
    expect(ofGroups(report?.isolation)).toEqual([`memory and pids cgroup ${kind}`]);
    expect(ofGroups(report?.missing)).toEqual([]);
  }
});

test('without cgroups each profile stays usable, and reports what limits its memory instead', async () => {
  const reports = await reportsWith('none');
  for (const profile of PROFILES) {
    const report = reports.get(profile);
    expect(report?.usable).toBe(true);
    expect(ofGroups(report?.isolation)).toEqual([]);
    expect(ofGroups(report?.missing)).toEqual([expect.stringContaining('memory is limited')]);
  }
});

test('a probe that never ends is reported as not usable after its time limit', async () => {
  jest.useFakeTimers();
  try {
    const signals: AbortSignal[] = [];
    const reports = describeProfiles({
      profiles: ['python', 'r'],
      cgroups: noCgroups,
      run: (program, signal) => {
        signals.push(signal);
        return program.profile === 'r' ? Promise.resolve(answered) : new Promise<Run>(() => undefined);
      },
      versions: () => Promise.resolve({}),
    });
    await jest.runAllTimersAsync();
    const [python, r] = await reports;
    expect(python).toMatchObject({
      usable: false,
      missing: expect.arrayContaining([expect.stringMatching(/within 120 s/)]),
    });
    expect(r).toMatchObject({ usable: true });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  } finally {
    jest.useRealTimers();
  }
});
