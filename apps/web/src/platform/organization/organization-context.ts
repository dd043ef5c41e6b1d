import { gql, type TypedDocumentNode } from '@apollo/client';
import { createContext, use } from 'react';
import type { MemberRole, OrganizationQuery, OrganizationQueryVariables } from '../../generated/operations';

/** Read by the layout of an organization's pages. An earlier slug finds the organization too. */
export const ORGANIZATION: TypedDocumentNode<OrganizationQuery, OrganizationQueryVariables> = gql`
  query Organization($slug: String!) {
    organization(slug: $slug) {
      id
      slug
      name
      viewerRoles
    }
  }
`;

export type ShownOrganization = OrganizationQuery['organization'];

export const OrganizationContext = createContext<ShownOrganization | null>(null);

/** The organization of the page, with the viewer's roles in it. Only below the layout of an organization. */
export function useOrganization(): ShownOrganization {
  const organization = use(OrganizationContext);
  if (organization === null) throw new Error('useOrganization is called outside the pages of an organization.');
  return organization;
}

/** Whether the viewer has one of these roles in the organization of the page. The API decides again on every request. */
export function useHasRole(roles: readonly MemberRole[]): boolean {
  const { viewerRoles } = useOrganization();
  return viewerRoles.some((role) => roles.includes(role));
}
