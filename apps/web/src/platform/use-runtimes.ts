import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { Runtime, RuntimesQuery, RuntimesQueryVariables } from '../generated/operations';

export const RUNTIMES: TypedDocumentNode<RuntimesQuery, RuntimesQueryVariables> = gql`
  query Runtimes {
    installation {
      runtimes {
        runtime
        language
        isUsable
        reason
        versions {
          name
          version
          documentationUrl
        }
      }
    }
  }
`;

export type RuntimeStatus = RuntimesQuery['installation']['runtimes'][number];

/** The runtimes of this installation: versions, and whether code can run now. Empty until loaded. */
export function useRuntimes(): ReadonlyMap<Runtime, RuntimeStatus> {
  const { data } = useQuery(RUNTIMES, { fetchPolicy: 'cache-and-network' });
  return useMemo(() => new Map(data?.installation.runtimes.map((one) => [one.runtime, one])), [data]);
}
