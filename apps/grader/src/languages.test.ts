import { LANGUAGES } from '@holdout/bank';
import { profilesFor } from '@holdout/grading';
import { PROFILES } from '@holdout/sandbox';
import { parseSettings } from '@holdout/settings';

test('an installation offers every language of the bank unless HOLDOUT_LANGUAGES names fewer', () => {
  expect(parseSettings({}).languages).toEqual([...LANGUAGES]);
  expect(parseSettings({ HOLDOUT_LANGUAGES: LANGUAGES.toReversed().join(',') }).languages).toEqual([...LANGUAGES]);
});

test('every profile of the sandbox runs a language of the bank', () => {
  expect(profilesFor(LANGUAGES)).toEqual([...PROFILES]);
});
