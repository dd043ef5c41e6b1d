import { gql, type TypedDocumentNode } from '@apollo/client';
import type { SkillNamesQuery, SkillNamesQueryVariables } from '../../generated/operations';
import { useOrganization } from '../organization/organization-context';
import { usePageQuery } from '../use-page-query';

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

export type NamedSkill = SkillNamesQuery['blueprintFacts']['skills'][number];
export type Skills = { readonly all: readonly NamedSkill[]; readonly nameOf: (id: string) => string };

/** The skills and domains that the organization's questions can have, with their names. Suspends while they load. */
export function useSkills(): Skills {
  const { slug } = useOrganization();
  const { skills } = usePageQuery(SKILL_NAMES, { organization: slug }, 'cache-first').data.blueprintFacts;
  const names = new Map(skills.flatMap(({ id, name, domainId, domain }) => [[domainId, domain] as const, [id, name]]));
  return { all: skills, nameOf: (id) => names.get(id) ?? id };
}
