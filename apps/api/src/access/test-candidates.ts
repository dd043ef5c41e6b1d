import { randomUUID } from 'node:crypto';
import {
  type AssessmentId,
  type AssessmentVersionId,
  AttemptRepository,
  type AttemptRow,
  type CandidateId,
  CandidateInvitationRepository,
  CandidateRepository,
  type Database,
  type InvitationId,
  type OrganizationId,
  type PublicLinkId,
  PublicLinkRepository,
  TimeRequestRepository,
} from '@holdout/persistence';
import { hashOfToken, newToken } from '../platform/access/link-token';

/** Ids of candidates, an invitation and a public link of the first organization, which `makeCandidates` makes. */
export const CANDIDATES = {
  candidate: randomUUID(),
  mergedCandidate: randomUUID(),
  candidateInvitation: randomUUID(),
  candidateAttempt: randomUUID(),
  publicLink: randomUUID(),
  reviewQueue: randomUUID(),
} as const;

type Where = {
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
  readonly versionId: AssessmentVersionId;
};

/** Two candidates, of whom one is invited and asks for more time, and a public link. */
export async function makeCandidates(db: Database, { organizationId, assessmentId, versionId }: Where): Promise<void> {
  const now = new Date();
  const [id, other] = [CANDIDATES.candidate as CandidateId, CANDIDATES.mergedCandidate as CandidateId];
  const people = [id, other].map((one) => ({ id: one, email: `${one}@example.org`, name: 'A candidate' }));
  await db.repo(CandidateRepository).ensure(organizationId, people, now);
  const what = { organizationId, assessmentId, assessmentVersionId: versionId, createdBy: null };
  const link = { tokenHash: hashOfToken(newToken()), source: 'link', publicLinkId: null } as const;
  const times = { createdAt: now, opensAt: null, expiresAt: new Date(now.getTime() + 86_400_000) };
  const invitation = {
    id: CANDIDATES.candidateInvitation as InvitationId,
    candidateId: id,
    email: `${id}@example.org`,
  };
  await db.repo(CandidateInvitationRepository).insertAll([{ ...invitation, ...what, ...link, ...times }]);
  await db.repo(AttemptRepository).insert(endedAttempt({ organizationId, versionId }, id, now), []);
  const request = { invitationId: invitation.id, organizationId, reason: 'I read slowly.', askedAt: now };
  await db.repo(TimeRequestRepository).ask(request);
  await db.repo(PublicLinkRepository).insert({
    ...{
      id: CANDIDATES.publicLink as PublicLinkId,
      organizationId,
      assessmentId,
      cap: 1,
      opensAt: null,
      closesAt: null,
    },
    ...{ tokenHash: hashOfToken(newToken()), createdAt: now, createdBy: null },
  });
}

/** An attempt without questions, whose report is read. */
const endedAttempt = (
  { organizationId, versionId }: Omit<Where, 'assessmentId'>,
  candidateId: CandidateId,
  at: Date,
): AttemptRow => ({
  ...{
    id: CANDIDATES.candidateAttempt,
    purpose: 'assessment',
    form: 'assessment',
    seed: '0'.repeat(64),
    rules: null,
  },
  ...{
    organizationId,
    candidateId,
    assessmentVersionId: versionId,
    invitationId: null,
    accountId: null,
    guestId: null,
  },
  ...{ startedAt: at, closesAt: null, endedAt: at, endedBy: 'clock', releasedAt: null, receiptCode: null },
});
