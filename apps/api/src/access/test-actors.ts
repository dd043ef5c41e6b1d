import { EMPTY_DRAFT } from '@holdout/assessment';
import {
  type AccountId,
  AccountRepository,
  type AssessmentDraftRevisionId,
  type AssessmentId,
  AssessmentRepository,
  type AssessmentVersionId,
  AssessmentVersionRepository,
  type CandidateId,
  type Database,
  type GuestId,
  GuestRepository,
  type InvitationId,
  MEMBER_ROLES,
  type MemberId,
  MemberRepository,
  type MemberRole,
  newId,
  type NewSession,
  type OrganizationId,
  OrganizationRepository,
  type SessionId,
  SessionRepository,
  systemClock,
} from '@holdout/persistence';
import { hashPassword } from '../features/identity/password';
import type { TestAssessments, TestInvitation } from '../test-assessment';
import { hashOfToken, newToken } from '../platform/access/link-token';
import { accountSubject, guestSubject, type Subject } from './context';
import { CANDIDATES, makeCandidates } from './test-candidates';
import { makeMembers } from './test-members';

/** A question of each kind that the examples of the access test name. */
const ASKED = [{ slug: 'choice.rare-event-accuracy' }, { slug: 'code.average-precision-ties' }];

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
  readonly kind: Subject['kind'] | 'visitor' | 'candidate';
  readonly member?: { readonly organization: (typeof ORGANIZATIONS)[number]; readonly role: MemberRole };
};

/** One without a session, a guest, a candidate, an account without organization, and a member of each role in each of two organizations. */
export const ACTORS: readonly Actor[] = [
  { name: 'a visitor', kind: 'visitor' },
  { name: 'a guest', kind: 'guest' },
  { name: 'an account', kind: 'account' },
  { name: 'a candidate', kind: 'candidate' },
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
  private version: Promise<string> | null = null;
  private readonly passwordHash = hashPassword('the password of everyone here');

  constructor(
    private readonly db: Database,
    private readonly assessments: TestAssessments,
  ) {}

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
    await makeCandidates(this.db, { organizationId, assessmentId: id, versionId });
    await this.assessments.reviewQueue(CANDIDATES.reviewQueue, organizationId, id);
  }

  /** A new person of this kind, by the cookie of their session; none for a visitor. */
  async headers({ kind, member }: Actor): Promise<Record<string, string>> {
    if (kind === 'visitor') return {};
    if (kind === 'candidate') return (await this.aCandidate()).headers;
    const subject = kind === 'guest' ? await this.aGuest() : await this.anAccount();
    if (member && subject.accountId !== null) await this.join(subject.accountId, member);
    return this.aSession(subject);
  }

  /** Someone whom organization one has invited to an assessment of these questions, and who has opened the link. */
  async aCandidate(): Promise<{ readonly headers: Record<string, string>; readonly invitation: TestInvitation }> {
    const organizationId = this.organizations.get(ORGANIZATIONS[0]);
    if (organizationId === undefined) throw new Error('Found the organizations first.');
    this.version ??= this.assessments.publish(organizationId, [{ title: 'All', entries: ASKED }], { minutes: 60 });
    const invitation = await this.assessments.invite(organizationId, await this.version);
    const { id: invitationId, candidateId } = invitation;
    const ids = { organizationId, candidateId: candidateId as CandidateId, invitationId: invitationId as InvitationId };
    return { headers: { cookie: `holdout-candidate=${await this.tokenOf(ids)}` }, invitation };
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
    const owner = subject.kind === 'account' ? { accountId: subject.accountId } : { guestId: subject.guestId };
    return { cookie: `holdout-session=${await this.tokenOf(owner)}` };
  }

  private async tokenOf(owner: NewSession['subject']): Promise<string> {
    const token = newToken();
    const id = newId<SessionId>(systemClock);
    const expiresAt = new Date(Date.now() + 3_600_000);
    await this.db
      .repo(SessionRepository)
      .insert({ id, tokenHash: hashOfToken(token), subject: owner, createdAt: new Date(), expiresAt });
    return token;
  }
}
