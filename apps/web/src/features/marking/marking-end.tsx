import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMarkingMessages } from '../../messages/marking-messages';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ONE_QUEUE } from './marking-query';

function End({ queueId }: { readonly queueId: string }) {
  const words = useMarkingMessages().end;
  const { slug } = useOrganization();
  const { markingQueue } = usePageQuery(ONE_QUEUE, { queueId }, 'network-only').data;
  if (markingQueue === null) return <NotFound />;
  const { doneCount, title } = markingQueue;
  return (
    <Stack gap="md" align="flex-start">
      <Text>{title}</Text>
      <Text fw={600}>{words.title(doneCount)}</Text>
      <Group gap="md">
        <Button component={Link} to={`/o/${slug}/marking`}>
          {words.back}
        </Button>
        {doneCount === 0 ? null : (
          <Anchor component={Link} to={`/o/${slug}/marking/${queueId}/${doneCount}`}>
            {words.look}
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

/** After the last answer: how many were marked, and how the marks agree with those of others. */
export function MarkingEnd({ queueId }: { readonly queueId: string }) {
  return (
    <PagePane>
      <End queueId={queueId} />
    </PagePane>
  );
}
