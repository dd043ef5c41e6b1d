import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMarkingMessages } from '../../messages/marking-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { TodaySection } from '../../platform/organization/today-section';
import { usePageQuery } from '../../platform/use-page-query';
import { addressOfMarking, isWaiting } from './marking-address';
import { QUEUES } from './marking-query';

/** On Today: the questions with answers that wait for the reviewer. */
export function MarkingBlock() {
  const words = useMarkingMessages().queue;
  const { slug } = useOrganization();
  const { markingQueues } = usePageQuery(QUEUES, { organization: slug }).data;
  const waiting = markingQueues.filter((queue) => isWaiting(queue) || queue.disagreementCount > 0);
  if (waiting.length === 0) return null;
  return (
    <TodaySection title={words.today.title}>
      <List listStyleType="none">
        {waiting.map((queue) => (
          <List.Item key={queue.id}>
            <Anchor component={Link} to={isWaiting(queue) ? addressOfMarking(slug, queue) : `/o/${slug}/marking`}>
              {queue.title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {[
                words.today.waiting(queue.toMark + queue.secondMarks),
                ...(queue.disagreementCount > 0 ? [words.disagreements(queue.disagreementCount)] : []),
              ].join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </TodaySection>
  );
}
