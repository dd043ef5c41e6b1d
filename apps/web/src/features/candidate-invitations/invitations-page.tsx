import { Box, Button, Group, Stack, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { PagePane } from '../../platform/page-pane';
import { SearchBox } from '../../platform/search-box';
import { Invitations } from './invitations';
import { exportAddress, withValue } from './invitations-address';
import { useMayInvite } from './may-invite';
import { PublicLinks } from './public-links';
import { StatusFilter } from './status-filter';
import { useInvitations } from './use-invitations';
import { useZone } from './use-zone';

const LateNotice = lazy(async () => ({
  default: (await import('../../platform/assessment/late-notice')).LateNotice,
}));
const InviteDrawer = lazy(async () => ({ default: (await import('./invite-drawer')).InviteDrawer }));

function Search() {
  const words = useAssessmentMessages().candidateInvitations;
  const [search, setSearch] = useSearchParams();
  return (
    <Box maw="var(--ho-form)">
      <SearchBox
        label={words.search}
        hint={words.searchHint}
        text={search.get('q') ?? ''}
        onText={(text) => setSearch((now) => withValue(now, 'q', text), { replace: true, preventScrollReset: true })}
      />
    </Box>
  );
}

type TableProps = { readonly isInviting: boolean; readonly hasInvited: boolean; readonly onClose: () => void };

function Table({ isInviting, hasInvited, onClose }: TableProps) {
  const { id } = useAssessment();
  const timeZone = useZone();
  const list = useInvitations(id);
  return (
    <>
      <Invitations assessmentId={id} timeZone={timeZone} list={list} />
      <Suspense fallback={null}>
        {hasInvited ? (
          <InviteDrawer
            isOpen={isInviting}
            timeZone={timeZone}
            onSent={() => void list.refetchAll()}
            onClose={onClose}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** Invitations of candidates to the assessment of the page, with public links below. */
export function InvitationsPage() {
  const words = useAssessmentMessages().candidateInvitations;
  const { id } = useAssessment();
  const mayInvite = useMayInvite();
  const [search] = useSearchParams();
  // Once it was opened the drawer stays, closed or not: a list that is not sent yet is kept.
  const [drawer, setDrawer] = useState({ isOpen: false, wasOpened: false });
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="center">
        <Title order={2}>{words.title}</Title>
        <Group gap="sm">
          <Button component="a" variant="default" href={exportAddress(id, search)} download>
            {words.csv}
          </Button>
          {mayInvite ? (
            <Button onClick={() => setDrawer({ isOpen: true, wasOpened: true })}>{words.invite}</Button>
          ) : null}
        </Group>
      </Group>
      <Suspense fallback={null}>{mayInvite ? <LateNotice /> : null}</Suspense>
      <PagePane skeleton={null}>
        <StatusFilter assessmentId={id} />
      </PagePane>
      <Search />
      <PagePane>
        <Table
          isInviting={drawer.isOpen}
          hasInvited={drawer.wasOpened}
          onClose={() => setDrawer((now) => ({ ...now, isOpen: false }))}
        />
      </PagePane>
      {mayInvite ? (
        <PagePane>
          <PublicLinks assessmentId={id} />
        </PagePane>
      ) : null}
    </Stack>
  );
}
