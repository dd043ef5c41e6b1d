import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CatalogueQuery,
  CatalogueQueryVariables,
  SkillTreeQuery,
  SkillTreeQueryVariables,
} from '../../generated/operations';

export const CATALOGUE: TypedDocumentNode<CatalogueQuery, CatalogueQueryVariables> = gql`
  query Catalogue($first: Int!, $after: String, $filter: QuestionFilter) {
    questions(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          slug
          title
          subtitle
          kind
          level
          minutes
          languages
          runtimes
          practiceState
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

export const SKILL_TREE: TypedDocumentNode<SkillTreeQuery, SkillTreeQueryVariables> = gql`
  query SkillTree {
    skillDomains {
      id
      name
      questionCount
      skills {
        skill {
          id
          name
        }
        questionCount
      }
    }
  }
`;
