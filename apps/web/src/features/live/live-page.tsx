import { ActError, EmptyState, SkeletonLines, useAnnounce } from '@holdout/ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLiveMessages } from '../../messages/live-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { LateNotice } from '../../platform/assessment/late-notice';
import { RoleGate } from '../../platform/organization/role-gate';
import { NotFound } from '../../platform/not-found';
import { useAct } from '../../platform/use-act';
import { liveOf } from './live-address';
import { ActsForAll, Chips, Pages, SelectedBar } from './live-parts';
import { CLOSE_CALLS, type LiveAttempt } from './live-query';
import { LiveTable } from './live-table';
import { type LiveList as LiveAnswer, useLive } from './use-live';
import { useSelected } from './use-selected';
import type { Recipients, What } from './write';

const WriteDialog = lazy(async () => ({ default: (await import('./write-dialog')).WriteDialog }));

function useClosing(assessmentId: string, onDone: (words: string) => void) {
  const words = useLiveMessages();
  const { act, failure } = useAct(CLOSE_CALLS);
  const close = async ({ invitationId, name }: LiveAttempt) => {
    const answer = await act({ input: { assessmentId, invitationIds: [invitationId] } });
    if (answer !== null) onDone(words.closed(name));
  };
  return { close, failure };
}

type ShownProps = {
  readonly answer: NonNullable<LiveAnswer['answer']>;
  readonly isStale: boolean;
  readonly ask: () => Promise<void>;
};

/** The act in progress: whom to write to, and what was done last. */
function useActing(assessmentId: string, onDone: () => void) {
  const announce = useAnnounce();
  const [writing, setWriting] = useState<{ readonly to: Recipients; readonly what: What } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const finish = (said: string) => {
    setWriting(null);
    setDone(said);
    announce(said);
    onDone();
  };
  return { writing, setWriting, done, finish, closing: useClosing(assessmentId, finish) };
}

function Shown({ answer: { live, reading }, isStale, ask }: ShownProps) {
  const words = useLiveMessages();
  const { id: assessmentId } = useAssessment();
  const [search] = useSearchParams();
  const { show } = liveOf(search);
  const attempts = live.edges.map(({ node }) => node);
  const selection = useSelected(attempts);
  const { writing, setWriting, done, finish, closing } = useActing(assessmentId, () => {
    selection.clear();
    void ask();
  });
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center">
        <Chips counts={live.counts} />
        <ActsForAll onWrite={(what) => setWriting({ to: 'all', what })} />
      </Group>
      {done === null ? null : <Text size="sm">{done}</Text>}
      {isStale ? (
        <Text size="sm" role="status">
          {words.stale(live.serverTime)}
        </Text>
      ) : null}
      <ActError>{closing.failure}</ActError>
      {attempts.length === 0 ? (
        <EmptyState {...words.empty[show]} />
      ) : (
        <LiveTable
          attempts={attempts}
          reading={reading}
          selection={selection}
          onWrite={(to, what) => setWriting({ to, what })}
          onClose={(attempt) => void closing.close(attempt)}
        />
      )}
      <Pages pageInfo={live.pageInfo} />
      <SelectedBar
        count={selection.selected.length}
        onWrite={(what) => setWriting({ to: selection.selected, what })}
        onClear={selection.clear}
      />
      {writing === null ? null : (
        <Suspense fallback={null}>
          <WriteDialog
            assessmentId={assessmentId}
            {...writing}
            running={live.counts.running}
            onDone={finish}
            onClose={() => setWriting(null)}
          />
        </Suspense>
      )}
    </Stack>
  );
}

function LiveList() {
  const words = useLiveMessages();
  const { id } = useAssessment();
  const [search] = useSearchParams();
  const { show, after } = liveOf(search);
  const { answer, isStale, ask } = useLive(id, show, after);
  if (answer !== null) return <Shown answer={answer} isStale={isStale} ask={ask} />;
  return isStale ? <Text role="status">{words.unreachable}</Text> : <SkeletonLines count={6} />;
}

/** `/o/:org/assessments/:id/live`: who takes the assessment now, for administrators and managers. */
export function LivePage() {
  const words = useLiveMessages();
  return (
    <RoleGate roles={['ADMIN', 'MANAGER']} otherwise={<NotFound />}>
      <Stack gap="md">
        <Title order={2}>{words.title}</Title>
        <LateNotice />
        <LiveList />
      </Stack>
    </RoleGate>
  );
}
