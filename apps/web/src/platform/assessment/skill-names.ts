import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMemo } from 'react';
import type { SkillNamesQuery, SkillNamesQueryVariables } from '../../generated/operations';
import { useOrganization } from '../organization/organization-context';
import { usePageQuery } from '../use-page-query';
import { type BankNames, bankNames } from './bank-names';

const SKILL_NAMES: TypedDocumentNode<SkillNamesQuery, SkillNamesQueryVariables> = gql`
  query SkillNames($organization: String!) {
    blueprintFacts(organization: $organization) {
      stamp
      skills {
        id
        name
        domainId
        domain
      }
    }
  }
`;

/** The skills that the organization's questions can have. Suspends while they load. */
export function useSkillNames(): BankNames {
  const { slug } = useOrganization();
  const { skills } = usePageQuery(SKILL_NAMES, { organization: slug }, 'cache-first').data.blueprintFacts;
  return useMemo(() => bankNames({ questions: [], skills }), [skills]);
}
