import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { InstallationQuery, InstallationQueryVariables } from '../generated/operations';

export const INSTALLATION: TypedDocumentNode<InstallationQuery, InstallationQueryVariables> = gql`
  query Installation {
    installation {
      hasMailbox
      sendsMail
    }
  }
`;

/** What this installation can do; null while loading. */
export function useInstallation(): InstallationQuery['installation'] | null {
  return useQuery(INSTALLATION).data?.installation ?? null;
}
