import { gql, type TypedDocumentNode } from '@apollo/client';
import type { HomeQuery, HomeQueryVariables } from '../../generated/operations';

/** All data of the home page, for visitors and returning users. */
export const HOME: TypedDocumentNode<HomeQuery, HomeQueryVariables> = gql`
  query Home {
    viewer {
      account {
        id
        displayName
      }
      isGuest
      memberships {
        organization {
          id
          slug
          name
        }
      }
    }
    example: questions(first: 1, filter: { kinds: [CHOICE] }) {
      edges {
        node {
          id
          slug
          title
          level
          minutes
        }
      }
    }
    all: questions(first: 1) {
      totalCount
    }
    skillDomains {
      skills {
        skill {
          id
          name
        }
        questionCount
      }
    }
    openQuiz {
      id
      closesAt
      items {
        id
        isAnswered
      }
    }
    progress {
      latest {
        id
        slug
        title
        kind
        minutes
      }
      skills {
        skill {
          id
          name
        }
        n
        band {
          estimate
          low
          high
        }
      }
    }
  }
`;
