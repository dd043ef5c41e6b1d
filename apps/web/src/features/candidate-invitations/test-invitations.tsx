import type { ReactNode } from 'react';
import type { MemberRole } from '../../generated/operations';
import { AssessmentContext } from '../../platform/assessment/assessment-context';
import { OrganizationContext } from '../../platform/organization/organization-context';
import { FakeApi } from '../../testing/fake-api';
import { InvitationsPage } from './invitations-page';

const version = {
  __typename: 'AssessmentVersionSummary',
  ...{
    id: 'v1',
    number: 1,
    title: 'ML engineer II',
    publishedAt: '2026-11-01T10:00:00.000Z',
    minutes: 60,
    isReady: true,
  },
} as const;

const assessment = {
  __typename: 'Assessment',
  ...{ id: 'a1', title: 'ML engineer II', archivedAt: null, draftRevision: 1, hasUnpublishedChanges: false },
} as const;

/** For tests: the page of invitations of an assessment, for a member with these roles. */
export function pageFor(roles: readonly MemberRole[], versions: (typeof version)[] = [version]): ReactNode {
  const acme = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme' } as const;
  return (
    <OrganizationContext value={{ ...acme, viewerRoles: [...roles] }}>
      <AssessmentContext value={{ ...assessment, versions }}>
        <InvitationsPage />
      </AssessmentContext>
    </OrganizationContext>
  );
}

export const AT = '/o/acme/assessments/a1/invitations';
export const routesFor = (page: ReactNode) => [{ path: '/o/:org/assessments/:id/invitations', element: page }];

/** For tests: an invitation of the table. */
export const anInvitation = (id: string, name: string, some: Record<string, unknown> = {}) => ({
  __typename: 'CandidateInvitation',
  id,
  status: 'INVITED',
  statusSince: '2026-11-10T10:00:00.000Z',
  source: 'MAIL',
  createdAt: '2026-11-10T10:00:00.000Z',
  opensAt: null,
  expiresAt: '2026-12-01T10:00:00.000Z',
  remindedAt: null,
  link: null,
  delivery: { __typename: 'MailDelivery', state: 'SENT', sentAt: '2026-11-10T10:00:10.000Z', failure: null },
  candidate: {
    __typename: 'Candidate',
    ...{ id: `c-${id}`, name, email: `${id}@example.com` },
    allowance: { __typename: 'TimeAllowance', extraTime: 0, breakMinutes: 0 },
  },
  attempt: null,
  ...some,
});

type Answers = ConstructorParameters<typeof FakeApi>[0];

/** For tests: an API with these invitations. */
export function anApi(invitations: readonly object[], answers: Answers = {}): FakeApi {
  return new FakeApi({
    OrganizationZone: () => ({ organization: { __typename: 'Organization', id: 'o1', timeZone: 'Europe/Berlin' } }),
    Installation: () => ({ installation: { __typename: 'Installation', hasMailbox: true, sendsMail: true } }),
    CandidateInvitations: () => ({
      candidateInvitations: {
        __typename: 'CandidateInvitationConnection',
        edges: invitations.map((node, index) => ({
          __typename: 'CandidateInvitationEdge',
          cursor: String(index),
          node,
        })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    }),
    CandidateInvitationCounts: () => ({
      candidateInvitationCounts: [
        { __typename: 'CandidateInvitationCount', status: 'INVITED', count: invitations.length },
      ],
    }),
    PublicLinks: () => ({ publicLinks: [] }),
    ...answers,
  });
}
