import type { AccountId, Database, GuestId, MemberRole, OrganizationId, OwnOrganization } from '@holdout/persistence';
import { accountSubject, Ctx, guestSubject, type Subject } from './context';
import { accessBy, type Row } from './rules';

const ACCOUNT = accountSubject('a' as AccountId);
const GUEST = guestSubject('g' as GuestId);

/** Assessment 7 belongs to organization 1. No other assessment exists. */
const assessmentOf = ({ assessmentId }: { readonly assessmentId: string }) =>
  assessmentId === '7' ? { id: '1' } : null;
const row: Row<{ readonly assessmentId: string }> = { needs: ['author', 'manager'], of: assessmentOf };
const check = accessBy({
  Query: { open: 'anyone', mine: 'account', started: 'subject', held: 'holder', assessment: row },
  Mutation: { publish: row },
});

type Membership = {
  readonly id: string;
  readonly roles: readonly MemberRole[];
  readonly lacks?: OwnOrganization['lacks'];
};

/** A request of this sender with these memberships; `reads` counts how often the memberships were loaded. */
function aRequest(subject: Subject | null, memberships: readonly Membership[] = []) {
  const reads: unknown[] = [];
  const listOwn = async (accountId: AccountId) => {
    reads.push(accountId);
    return memberships.map(({ id, roles, lacks = null }) => ({
      id: id as OrganizationId,
      slug: id,
      name: id,
      roles,
      lacks,
    }));
  };
  const db = { repo: () => ({ listOwn }) } as unknown as Database;
  const cookies = { get: () => null, set: () => undefined, clear: () => undefined };
  const ctx = new Ctx(
    { subject, sessionId: null, candidate: null },
    { cookies, requestId: 'r', address: '', bearer: null, userAgent: '', identified: () => undefined },
    db,
  );
  const outcome = (root: string, field: string, args: object = {}): Promise<string> =>
    check({ root, field, args }, ctx).then(
      () => 'allowed',
      (error: unknown) => (error as { code: string }).code,
    );
  return { reads, outcome };
}

test.each<[string, Subject | null, string]>([
  ['open', null, 'allowed'],
  ['started', null, 'UNAUTHENTICATED'],
  ['started', GUEST, 'allowed'],
  ['held', null, 'UNAUTHENTICATED'],
  ['held', ACCOUNT, 'allowed'],
  ['mine', GUEST, 'UNAUTHENTICATED'],
  ['mine', ACCOUNT, 'allowed'],
  ['unlisted', ACCOUNT, 'NOT_FOUND'],
])('%s requested by %j is %s', async (field, subject, expected) => {
  expect(await aRequest(subject).outcome('Query', field)).toBe(expected);
});

test.each<[string, Subject | null, readonly Membership[], string]>([
  ['the first of the roles', ACCOUNT, [{ id: '1', roles: ['author'] }], 'allowed'],
  ['the second of the roles and another', ACCOUNT, [{ id: '1', roles: ['reviewer', 'manager'] }], 'allowed'],
  ['another role', ACCOUNT, [{ id: '1', roles: ['reviewer', 'recruiter', 'admin'] }], 'NOT_FOUND'],
  ['the role in another organization', ACCOUNT, [{ id: '2', roles: ['author'] }], 'NOT_FOUND'],
  [
    'the role in a session without what it requires',
    ACCOUNT,
    [{ id: '1', roles: ['author'], lacks: 'second_factor' }],
    'FORBIDDEN',
  ],
  ['another role in such a session', ACCOUNT, [{ id: '1', roles: ['admin'], lacks: 'single_sign_on' }], 'NOT_FOUND'],
  ['no membership', ACCOUNT, [], 'NOT_FOUND'],
  ['no account', GUEST, [], 'NOT_FOUND'],
  ['no session', null, [], 'NOT_FOUND'],
])(
  'a field for two roles in the organization of an object, requested with %s',
  async (_what, subject, member, expected) => {
    expect(await aRequest(subject, member).outcome('Query', 'assessment', { assessmentId: '7' })).toBe(expected);
  },
);

test('for an object that does not exist a member gets the same response as others', async () => {
  const member = aRequest(ACCOUNT, [{ id: '1', roles: ['author'] }]);
  expect(await member.outcome('Query', 'assessment', { assessmentId: '8' })).toBe('NOT_FOUND');
});

test('memberships are read once for all fields of a query, and again for each mutation', async () => {
  const { reads, outcome } = aRequest(ACCOUNT, [{ id: '1', roles: ['author'] }]);
  const args = { assessmentId: '7' };
  await Promise.all([outcome('Query', 'assessment', args), outcome('Query', 'assessment', args)]);
  expect(reads).toHaveLength(1);
  for (let n = 0; n < 2; n += 1) expect(await outcome('Mutation', 'publish', args)).toBe('allowed');
  expect(reads).toHaveLength(3);
});
