import { EMPTY_DRAFT } from '@holdout/assessment';
import {
  type AccountId,
  AccountRepository,
  type AssessmentDraftRevisionId,
  type AssessmentId,
  AssessmentRepository,
  type AssessmentVersionId,
  AssessmentVersionRepository,
  type Database,
  type GuestId,
  GuestRepository,
  MEMBER_ROLES,
  type MemberId,
  MemberRepository,
  type MemberRole,
  newId,
  type OrganizationId,
  OrganizationRepository,
  type SessionId,
  SessionRepository,
  systemClock,
} from '@holdout/persistence';
import { hashPassword } from '../features/identity/password';
import { hashOfToken, newToken } from '../platform/access/link-token';
import { accountSubject, guestSubject, type Subject } from './context';
import { makeMembers } from './test-members';

export const ORGANIZATIONS = ['one', 'two'] as const;

/** An assessment of the first organization, with one revision and one version. */
export const ASSESSMENT = {
  id: '01990000-0000-7000-8000-000000000001' as AssessmentId,
  versionId: '01990000-0000-7000-8000-000000000002' as AssessmentVersionId,
  revisionId: '01990000-0000-7000-8000-000000000003' as AssessmentDraftRevisionId,
};

/** A sender of requests, in the terms of the access table. */
export type Actor = {
  readonly name: string;
  readonly kind: Subject['kind'] | 'visitor';
  readonly member?: { readonly organization: (typeof ORGANIZATIONS)[number]; readonly role: MemberRole };
};

/** One without a session, a guest, an account without organization, and a member of each role in each of two organizations. */
export const ACTORS: readonly Actor[] = [
  { name: 'a visitor', kind: 'visitor' },
  { name: 'a guest', kind: 'guest' },
  { name: 'an account', kind: 'account' },
  ...ORGANIZATIONS.flatMap((organization) =>
    MEMBER_ROLES.map((role): Actor => ({
      name: `${role} of ${organization}`,
      kind: 'account',
      member: { organization, role },
    })),
  ),
];

/** Inserts people and sessions directly into the database: signing up would compute a password hash for each. */
export class TestPeople {
  private readonly organizations = new Map<string, OrganizationId>();
  private readonly passwordHash = hashPassword('the password of everyone here');

  constructor(private readonly db: Database) {}

  async found(): Promise<void> {
    for (const slug of ORGANIZATIONS) {
      const id = newId<OrganizationId>(systemClock);
      await this.db.repo(OrganizationRepository).insert({ id, slug, name: slug }, new Date());
      this.organizations.set(slug, id);
    }
    await this.assess();
    await makeMembers(this.db, this.idOf(ORGANIZATIONS[0]));
  }

  /** The id of an organization that `found` made. */
  idOf(slug: string): OrganizationId {
    const id = this.organizations.get(slug);
    if (id === undefined) throw new Error(`There is no organization ${slug}.`);
    return id;
  }

  private async assess(): Promise<void> {
    const [organizationId] = this.organizations.values();
    if (organizationId === undefined) throw new Error('No organization was founded.');
    const { accountId } = await this.anAccount();
    const { id, versionId, revisionId } = ASSESSMENT;
    const title = 'An assessment';
    const by = { revisionId, accountId: accountId as AccountId, at: new Date() };
    await this.db.repo(AssessmentRepository).insert({ id, organizationId, title, draft: EMPTY_DRAFT }, by);
    await this.db.repo(AssessmentVersionRepository).insert({
      id: versionId,
      assessmentId: id,
      organizationId,
      number: 1,
      content: { ...EMPTY_DRAFT, title, sections: [] },
      contentHash: 'none',
      draftRevision: 1,
      publishedAt: by.at,
      publishedBy: by.accountId,
      questionVersionIds: [],
    });
  }

  /** A new person of this kind, by the cookie of their session; none for a visitor. */
  async headers({ kind, member }: Actor): Promise<Record<string, string>> {
    if (kind === 'visitor') return {};
    const subject = kind === 'guest' ? await this.aGuest() : await this.anAccount();
    if (member && subject.accountId !== null) await this.join(subject.accountId, member);
    return this.aSession(subject);
  }

  private async aGuest(): Promise<Subject> {
    const id = newId<GuestId>(systemClock);
    await this.db.repo(GuestRepository).insert(id, new Date());
    return guestSubject(id);
  }

  private async anAccount(): Promise<Subject> {
    const id = newId<AccountId>(systemClock);
    const passwordHash = await this.passwordHash;
    const person = { email: `${id}@example.org`, displayName: 'A person', createdAt: new Date(), provenAt: null };
    await this.db.repo(AccountRepository).insert({ id, passwordHash, ...person });
    return accountSubject(id);
  }

  private async join(accountId: AccountId, { organization, role }: NonNullable<Actor['member']>): Promise<void> {
    const organizationId = this.organizations.get(organization);
    if (organizationId === undefined) throw new Error(`There is no organization ${organization}.`);
    const id = newId<MemberId>(systemClock);
    await this.db.repo(MemberRepository).insertOnce({ id, organizationId, accountId, role, createdAt: new Date() });
  }

  private async aSession(subject: Subject): Promise<Record<string, string>> {
    const token = newToken();
    const id = newId<SessionId>(systemClock);
    const owner = subject.kind === 'account' ? { accountId: subject.accountId } : { guestId: subject.guestId };
    const expiresAt = new Date(Date.now() + 3_600_000);
    await this.db
      .repo(SessionRepository)
      .insert({ id, tokenHash: hashOfToken(token), subject: owner, createdAt: new Date(), expiresAt });
    return { cookie: `holdout-session=${token}` };
  }
}
