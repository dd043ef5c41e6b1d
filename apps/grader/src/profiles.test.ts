import type { QueueClient } from '@holdout/job-queue';
import type { Profile, ProfileReport, Sandbox } from '@holdout/sandbox';
import { pino } from 'pino';
import { Profiles } from './profiles';

const reportOf = (profile: Profile): ProfileReport => ({
  profile,
  usable: true,
  missing: [],
  isolation: [],
  versions: {},
});

test('a profile is usable as soon as it is measured, while another still starts', async () => {
  const slow = Promise.withResolvers<undefined>();
  const sandbox = {
    describe: async (tell: (report: ProfileReport) => void) => {
      tell(reportOf('python'));
      await slow.promise;
      tell(reportOf('r'));
      return [];
    },
  } as unknown as Sandbox;
  const self = { id: 'g', host: 'h', version: 'v' };
  const profiles = new Profiles(sandbox, Object.create(null) as QueueClient, self, pino({ level: 'silent' }));
  const looking = profiles.look(new AbortController().signal);
  expect(profiles.usable()).toEqual(['python']);
  slow.resolve(undefined);
  await looking;
  expect(profiles.usable()).toEqual(['python', 'r']);
});

test('a profile that is not usable at the start is measured again, until all are usable', async () => {
  const measured = [
    [reportOf('python'), { ...reportOf('postgresql'), usable: false, missing: ['no answer in time'] }],
    [{ ...reportOf('python'), usable: false }, reportOf('postgresql')],
  ];
  const sandbox = {
    describe: (tell: (report: ProfileReport) => void) => {
      measured.shift()?.forEach(tell);
      return Promise.resolve([]);
    },
  } as unknown as Sandbox;
  const waits: number[] = [];
  const seen: (readonly Profile[])[] = [];
  const profiles: Profiles = new Profiles(
    sandbox,
    Object.create(null) as QueueClient,
    { id: 'g', host: 'h', version: 'v' },
    pino({ level: 'silent' }),
    (ms) => Promise.resolve(seen.push(profiles.usable()) + waits.push(ms)),
  );
  await profiles.look(new AbortController().signal);
  expect([seen, waits]).toEqual([[['python']], [60_000]]);
  expect(profiles.usable()).toEqual(['python', 'postgresql']);
});
