import { actorWithoutAccount } from './audit-acts';

test.each([
  ['attempt.started', 'candidate'],
  ['candidate.erased', 'candidate'],
  ['domain.lost', 'check'],
  ['organization.founded', 'operator'],
  ['an act of a later version', 'operator'],
])('%s without an account is by the %s', (act, actor) => {
  expect(actorWithoutAccount(act)).toBe(actor);
});
