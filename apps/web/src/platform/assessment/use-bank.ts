import { gql, type TypedDocumentNode } from '@apollo/client';
import { BankIndex } from '@holdout/assessment';
import { useMemo } from 'react';
import type { BlueprintFactsQuery, BlueprintFactsQueryVariables } from '../../generated/operations';
import { useOrganization } from '../organization/organization-context';
import { usePageQuery } from '../use-page-query';
import { bankNames } from './bank-names';
import { factsOf } from './draft-view';

const BLUEPRINT_FACTS: TypedDocumentNode<BlueprintFactsQuery, BlueprintFactsQueryVariables> = gql`
  query BlueprintFacts($organization: String!) {
    blueprintFacts(organization: $organization) {
      stamp
      questions {
        id
        title
        kind
        level
        minutes
        skillIds
        languages
        isPublic
      }
      skills {
        id
        name
        domainId
        domain
      }
      practiceOnly
      languages
    }
  }
`;

/** What the organization may use, arranged for the check. Suspends while it loads. */
export function useBank() {
  const { slug } = useOrganization();
  const { blueprintFacts } = usePageQuery(BLUEPRINT_FACTS, { organization: slug }, 'cache-first').data;
  return useMemo(
    () => ({ bank: new BankIndex(factsOf(blueprintFacts)), names: bankNames(blueprintFacts) }),
    [blueprintFacts],
  );
}
