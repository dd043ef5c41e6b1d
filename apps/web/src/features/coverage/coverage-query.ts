import { gql, type TypedDocumentNode } from '@apollo/client';
import type { CoveragePageQuery, CoveragePageQueryVariables } from '../../generated/operations';

export const COVERAGE: TypedDocumentNode<CoveragePageQuery, CoveragePageQueryVariables> = gql`
  query CoveragePage {
    coverage {
      questionCount
      counts {
        kind
        level
        questionCount
      }
      domains {
        name
        questionCount
        skills {
          skill {
            id
            name
          }
          counts {
            kind
            level
            questionCount
          }
        }
      }
      codeChecks {
        slug
        title
        language
        faults {
          planted
          caught
          waived
        }
      }
    }
  }
`;

export type Coverage = CoveragePageQuery['coverage'];
export type Counts = Coverage['counts'];
export type CodeCheck = Coverage['codeChecks'][number];
