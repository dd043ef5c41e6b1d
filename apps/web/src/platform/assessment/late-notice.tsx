import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Status } from '@holdout/ui';
import { Anchor, Group } from '@mantine/core';
import { Link } from 'react-router';
import type { LateCountQuery, LateCountQueryVariables } from '../../generated/operations';
import { useLateMessages } from '../../messages/late-messages';
import { useOrganization } from '../organization/organization-context';
import { useAssessment } from './assessment-context';

const LATE_COUNT: TypedDocumentNode<LateCountQuery, LateCountQueryVariables> = gql`
  query LateCount($assessmentId: ID!) {
    lateAnswers(assessmentId: $assessmentId, first: 1) {
      waitingCount
    }
  }
`;

/** Says that answers came after the time was up, and leads to them; nothing if there are none. For those who may admit them. */
export function LateNotice() {
  const words = useLateMessages();
  const { slug } = useOrganization();
  const { id: assessmentId } = useAssessment();
  const { data } = useQuery(LATE_COUNT, { variables: { assessmentId }, fetchPolicy: 'cache-and-network' });
  const count = data?.lateAnswers.waitingCount ?? 0;
  if (count === 0) return null;
  return (
    <Group gap="sm">
      <Status kind="attention" label={words.notice(count)} />
      <Anchor component={Link} to={`/o/${slug}/assessments/${assessmentId}/late`}>
        {words.look}
      </Anchor>
    </Group>
  );
}
