import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { NextQuestionQuery, NextQuestionQueryVariables } from '../../generated/operations';
import { useMessages } from '../../messages/messages';

const NEXT_QUESTION: TypedDocumentNode<NextQuestionQuery, NextQuestionQueryVariables> = gql`
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

type Props = { readonly slug: string; readonly skills: readonly string[]; readonly isMain?: boolean };

/** The way on: an untried question of the same skills, else any untried one, else the list. */
export function NextQuestion({ slug, skills, isMain = true }: Props) {
  const words = useMessages().question;
  const { data, loading } = useQuery(NEXT_QUESTION, { variables: { skills: [...skills] }, fetchPolicy: 'no-cache' });
  const next = [...(data?.sameSkill.edges ?? []), ...(data?.any.edges ?? [])].find(({ node }) => node.slug !== slug);
  return (
    <Button
      component={Link}
      to={next ? `/questions/${next.node.slug}` : '/questions'}
      variant={isMain ? 'filled' : 'default'}
    >
      {next || loading ? words.next : words.allQuestions}
    </Button>
  );
}
