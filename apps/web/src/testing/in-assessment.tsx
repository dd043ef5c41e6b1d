import { Outlet } from 'react-router';
import type { MemberRole } from '../generated/operations';
import { AssessmentContext } from '../platform/assessment/assessment-context';
import { OrganizationContext } from '../platform/organization/organization-context';

const acme = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme' } as const;
const assessment = {
  __typename: 'Assessment',
  ...{ id: 'a1', title: 'ML engineer II', archivedAt: null, draftRevision: 1, hasUnpublishedChanges: false },
} as const;

/** For tests: the layout of an assessment's pages, for a member with these roles. */
export function InAssessment({ roles }: { readonly roles: readonly MemberRole[] }) {
  return (
    <OrganizationContext value={{ ...acme, viewerRoles: [...roles] }}>
      <AssessmentContext value={{ ...assessment, versions: [] }}>
        <Outlet />
      </AssessmentContext>
    </OrganizationContext>
  );
}
