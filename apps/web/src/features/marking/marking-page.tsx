import { EmptyState, useSingleKeys } from '@holdout/ui';
import { Anchor, Button, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMarkingMessages } from '../../messages/marking-messages';
import { useMessages } from '../../messages/messages';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { addressOfMarking, isWaiting } from './marking-address';
import styles from './queue.module.css';
import { type Queue, QUEUES } from './marking-query';

function Facts({ queue }: { readonly queue: Queue }) {
  const words = useMarkingMessages().queue;
  const { dates } = useMessages();
  const { toMark, secondMarks, medianSeconds, dueAt } = queue;
  return (
    <>
      <Table.Td className={styles['number']} data-label={words.columns.toMark}>
        {toMark}
      </Table.Td>
      <Table.Td className={styles['number']} data-label={words.columns.second}>
        {secondMarks}
      </Table.Td>
      <Table.Td className={styles['number']} data-label={words.columns.disagreements}>
        <Disagreements queue={queue} />
      </Table.Td>
      <Table.Td className={styles['number']} data-label={words.columns.median}>
        {words.median(medianSeconds)}
      </Table.Td>
      <Table.Td data-label={words.columns.due}>{dueAt === null ? '–' : dates.day(dueAt)}</Table.Td>
    </>
  );
}

function Disagreements({ queue: { id, disagreementCount } }: { readonly queue: Queue }) {
  const words = useMarkingMessages().queue;
  const { slug } = useOrganization();
  if (disagreementCount === 0) return 0;
  return (
    <Anchor
      component={Link}
      size="sm"
      to={`/o/${slug}/marking/${id}/disagreements`}
      aria-label={words.compare(disagreementCount)}
    >
      {disagreementCount}
    </Anchor>
  );
}

function Row({ queue }: { readonly queue: Queue }) {
  const words = useMarkingMessages().queue;
  const { slug } = useOrganization();
  return (
    <Table.Tr data-row>
      <Table.Th scope="row">
        <Anchor component={Link} to={addressOfMarking(slug, queue)} aria-label={words.open(queue.title)}>
          {queue.title}
        </Anchor>
        <Text size="sm" c="dimmed">
          {words.assessment(queue.assessmentTitle)}
        </Text>
      </Table.Th>
      <Facts queue={queue} />
    </Table.Tr>
  );
}

function Queues() {
  const words = useMarkingMessages().queue;
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const { markingQueues } = usePageQuery(QUEUES, { organization: slug }, 'network-only').data;
  const next = markingQueues.find(isWaiting) ?? null;
  const address = next === null ? null : addressOfMarking(slug, next);
  useSingleKeys(useMemo(() => ({ m: () => address !== null && void navigate(address) }), [address, navigate]));
  if (markingQueues.length === 0) return <EmptyState {...words.empty} />;
  return (
    <>
      {address === null ? (
        <Text>{words.done}</Text>
      ) : (
        <Button component={Link} to={address} aria-keyshortcuts="M" style={{ alignSelf: 'flex-start' }}>
          {words.start}
        </Button>
      )}
      <Table aria-label={words.label} className={styles['table'] ?? ''} stickyHeader={false}>
        <Table.Thead>
          <Table.Tr>
            {Object.values(words.columns).map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {markingQueues.map((queue) => (
            <Row key={queue.id} queue={queue} />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** `/o/:org/marking`: what a reviewer can mark, by question. */
export function MarkingPage() {
  const words = useMarkingMessages().queue;
  return (
    <RoleGate roles={['REVIEWER']} otherwise={<NotFound />}>
      <OrganizationPageBody title={words.title}>
        <PagePane>
          <Queues />
        </PagePane>
      </OrganizationPageBody>
    </RoleGate>
  );
}
