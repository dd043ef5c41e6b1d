import { whyElsewhere } from './product';

test('for a moved home the message does not claim that the database user cannot enter it', () => {
  expect(whyElsewhere('/new/.holdout', '/old/.holdout/postgres', true)).not.toContain('cannot enter');
  expect(whyElsewhere('/closed/.holdout', '/var/lib/holdout/x/postgres', false)).toContain(
    'cannot enter /closed/.holdout',
  );
});
