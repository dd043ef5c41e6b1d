import { ActButton, ActError, EmptyState, useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { ActionBar } from './action-bar';
import type { OpenDialog } from './dialogs';
import { InvitationTable } from './invitation-table';
import { filterOf, isFiltered } from './invitations-address';
import { useMayInvite } from './may-invite';
import { PAGE, type useInvitations } from './use-invitations';
import { useSelection } from '../../platform/use-selection';

const InvitationDialog = lazy(async () => ({ default: (await import('./invitation-dialogs')).InvitationDialog }));

type Props = {
  readonly assessmentId: string;
  readonly timeZone: string;
  readonly list: ReturnType<typeof useInvitations>;
};

function None() {
  const words = useAssessmentMessages().candidateInvitations;
  const mayInvite = useMayInvite();
  const [search, setSearch] = useSearchParams();
  if (isFiltered(filterOf(search))) {
    const clear = (
      <Button variant="default" onClick={() => setSearch({}, { preventScrollReset: true })}>
        {words.clearFilter}
      </Button>
    );
    return <EmptyState title={words.noneFound} action={clear} />;
  }
  return <EmptyState title={words.none} detail={mayInvite ? words.noneHow : words.noneRecruiter} />;
}

/** The acts of the page: what was done is announced, the table and its counts follow. */
function useActing({ list }: Props) {
  const announce = useAnnounce();
  const selection = useSelection();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const done = (words: string) => {
    setFailure(null);
    setNotice(words);
    announce(words);
    setDialog(null);
    void (dialog?.name === 'merge' ? list.refetchAll() : list.refetchCounts());
  };
  const failed = (words: string) => {
    setNotice(null);
    setFailure(words);
  };
  return { selection, dialog, setDialog, notice, failure, done, failed };
}

/** The table of invitations with what can be done to its rows. */
export function Invitations(props: Props) {
  const words = useAssessmentMessages().candidateInvitations;
  const { assessmentId, timeZone, list } = props;
  const { selection, dialog, setDialog, notice, failure, done, failed } = useActing(props);
  const mayInvite = useMayInvite();
  if (list.invitations.length === 0) return <None />;
  const selected = list.invitations.filter(({ id }) => selection.has(id));
  const acting = { assessmentId, onDialog: setDialog, onDone: done, onFailed: failed };
  return (
    <Stack>
      {notice === null ? null : <Text size="sm">{notice}</Text>}
      <ActError>{failure}</ActError>
      <InvitationTable
        invitations={list.invitations}
        timeZone={timeZone}
        selection={mayInvite ? selection : null}
        acting={mayInvite ? acting : null}
      />
      <Group gap="md">
        {list.hasMore ? (
          <ActButton variant="default" isRunning={list.isBusy} onClick={() => void list.more()}>
            {words.table.more(PAGE)}
          </ActButton>
        ) : null}
        <Text size="sm" c="dimmed" role="status">
          {words.table.shown(list.invitations.length)}
        </Text>
      </Group>
      {selected.length > 0 ? (
        <ActionBar
          assessmentId={assessmentId}
          selected={selected}
          onDialog={setDialog}
          onDone={done}
          onClear={() => selection.setAll([])}
        />
      ) : null}
      <Suspense fallback={null}>
        {dialog ? (
          <InvitationDialog
            {...dialog}
            assessmentId={assessmentId}
            timeZone={timeZone}
            onClose={() => setDialog(null)}
            onDone={done}
          />
        ) : null}
      </Suspense>
    </Stack>
  );
}
