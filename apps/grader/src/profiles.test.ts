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
