import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { NextQuestionQuery, NextQuestionQueryVariables } from '../../generated/operations';
import { useMessages } from '../../messages/messages';

export const NEXT_QUESTION: TypedDocumentNode<NextQuestionQuery, NextQuestionQueryVariables> = gql`
  query NextQuestion($skills: [ID!]!) {
    sameSkill: questions(first: 2, filter: { skills: $skills, states: [NEW] }) {
      edges {
        node {
          id
          slug
        }
      }
    }
    any: questions(first: 2, filter: { states: [NEW] }) {
      edges {
        node {
          id
          slug
        }
      }
    }
  }
`;

/** The first untried question other than this one. */
function nextOf(data: NextQuestionQuery | undefined, slug: string) {
  const edges = data ? [...data.sameSkill.edges, ...data.any.edges] : [];
  return edges.find(({ node }) => node.slug !== slug)?.node ?? null;
}

type Props = { readonly slug: string; readonly skills: readonly string[] };

/** The next question: an untried one of the same skills, else any untried one, else the list. */
export function NextQuestion({ slug, skills }: Props) {
  const words = useMessages().question;
  const { data, loading } = useQuery(NEXT_QUESTION, { variables: { skills: [...skills] }, fetchPolicy: 'no-cache' });
  const next = nextOf(data, slug);
  return (
    <Button component={Link} to={next ? `/questions/${next.slug}` : '/questions'}>
      {next || loading ? words.next : words.allQuestions}
    </Button>
  );
}
