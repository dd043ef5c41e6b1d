import { whyElsewhere } from './product';

test('a home that was moved is not said to be closed to the database', () => {
  expect(whyElsewhere('/new/.holdout', '/old/.holdout/postgres', true)).not.toContain('cannot enter');
  expect(whyElsewhere('/closed/.holdout', '/var/lib/holdout/x/postgres', false)).toContain(
    'cannot enter /closed/.holdout',
  );
});
