import { EmptyState, Status, useAnnounce } from '@holdout/ui';
import { Anchor, Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLateMessages } from '../../messages/late-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { RoleGate } from '../../platform/organization/role-gate';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './late.module.css';
import { LATE_ANSWERS, type LateRow } from './late-query';

const LateDialog = lazy(async () => ({ default: (await import('./late-dialog')).LateDialog }));

function Fate({ admission }: Pick<LateRow, 'admission'>) {
  const words = useLateMessages();
  if (admission === null) return <Status kind="waiting" label={words.waiting} />;
  return (
    <>
      <Text size="sm">{words.admittedBy(admission.admittedBy, admission.admittedAt)}</Text>
      <Text size="sm" c="dimmed" className={styles['text'] ?? ''}>
        {words.because(admission.reason)}
      </Text>
    </>
  );
}

function Row({ row, onCompare }: { readonly row: LateRow; readonly onCompare: () => void }) {
  const words = useLateMessages();
  const { name, email, position, title } = row;
  return (
    <li className={styles['row']}>
      <div>
        <Text className={styles['name'] ?? ''}>{name}</Text>
        {email === name ? null : (
          <Text size="sm" c="dimmed" className={styles['text'] ?? ''}>
            {email}
          </Text>
        )}
      </div>
      <div>
        <Text>{words.question(position, title)}</Text>
        <Text size="sm" className={styles['text'] ?? ''}>
          {words.arrived(row.cause, row)}
        </Text>
        <Fate admission={row.admission} />
      </div>
      <div>
        <Button variant="default" onClick={onCompare}>
          <span>{words.compare}</span>
          <VisuallyHidden>{words.compareOf(name, position)}</VisuallyHidden>
        </Button>
      </div>
    </li>
  );
}

type ListProps = { readonly rows: readonly LateRow[]; readonly onDone: () => void };

function Rows({ rows, onDone }: ListProps) {
  const words = useLateMessages();
  const announce = useAnnounce();
  const { id: assessmentId } = useAssessment();
  const [compared, setCompared] = useState<LateRow | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const finish = (said: string) => {
    setCompared(null);
    setDone(said);
    announce(said);
    onDone();
  };
  return (
    <>
      {done === null ? null : <Text size="sm">{done}</Text>}
      <ul className={styles['rows']} aria-label={words.list}>
        {rows.map((row) => (
          <Row key={row.id} row={row} onCompare={() => setCompared(row)} />
        ))}
      </ul>
      {compared === null ? null : (
        <Suspense fallback={null}>
          <LateDialog assessmentId={assessmentId} row={compared} onDone={finish} onClose={() => setCompared(null)} />
        </Suspense>
      )}
    </>
  );
}

function LateList() {
  const words = useLateMessages();
  const { id: assessmentId } = useAssessment();
  const [search, setSearch] = useSearchParams();
  const after = search.get('after');
  const invitationId = search.get('invitation');
  const { data, refetch } = usePageQuery(LATE_ANSWERS, { assessmentId, invitationId, after }, 'network-only');
  const { edges, pageInfo } = data.lateAnswers;
  const goTo = (cursor: string | null) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (cursor === null) next.delete('after');
      else next.set('after', cursor);
      return next;
    });
  if (edges.length === 0) return <EmptyState title={words.none} detail={words.noneDetail} />;
  return (
    <Stack gap="md">
      <Rows rows={edges.map(({ node }) => node)} onDone={() => void refetch()} />
      <Group gap="sm">
        {after === null ? null : (
          <Button variant="default" onClick={() => goTo(null)}>
            {words.first}
          </Button>
        )}
        {pageInfo.hasNextPage ? (
          <Button variant="default" onClick={() => goTo(pageInfo.endCursor)}>
            {words.more}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

/** `/o/:org/assessments/:id/late`: answers that came after the grace, for administrators and managers. */
export function LatePage() {
  const words = useLateMessages();
  const { slug } = useOrganization();
  const { id } = useAssessment();
  return (
    <RoleGate roles={['ADMIN', 'MANAGER']} otherwise={<NotFound />}>
      <Stack gap="md">
        <Title order={2}>{words.title}</Title>
        <Text className={styles['text'] ?? ''}>{words.lead}</Text>
        <PagePane>
          <LateList />
        </PagePane>
        <Anchor component={Link} to={`/o/${slug}/assessments/${id}/invitations`}>
          {words.back}
        </Anchor>
      </Stack>
    </RoleGate>
  );
}
