import { skipToken, useQuery } from '@apollo/client/react';
import { ActError, EmptyState, SkeletonLines, useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { useSimilarityMessages } from '../../messages/similarity-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { NotFound } from '../../platform/not-found';
import { RoleGate } from '../../platform/organization/role-gate';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { PairList } from './pair-list';
import { PairView } from './pair-view';
import { QuestionsTable } from './questions-table';
import styles from './similarity.module.css';
import { type Check, COMPARE, SIMILARITY } from './similarity-query';

const ASK_EVERY_MS = 2000;

const isRunning = (check: Check | null | undefined): boolean => check?.doneAt === null && check.failedAt === null;

/** The newest comparison, asked for again while it runs. */
function useCheck(assessmentId: string) {
  const { data, refetch } = usePageQuery(SIMILARITY, { assessmentId });
  const { similarity } = data;
  useQuery(
    SIMILARITY,
    isRunning(similarity)
      ? { variables: { assessmentId }, pollInterval: ASK_EVERY_MS, fetchPolicy: 'network-only' }
      : skipToken,
  );
  return { check: similarity, refetch };
}

function useWords(check: Check | null): string | null {
  const words = useSimilarityMessages();
  const { dates } = useMessages();
  if (check === null) return null;
  if (check.failedAt !== null) return words.failed;
  return check.doneAt === null ? words.running(check.progress) : words.done(dates.dateTime(check.doneAt));
}

type StartProps = { readonly check: Check | null; readonly onStarted: () => Promise<unknown> };

function Start({ check, onStarted }: StartProps) {
  const words = useSimilarityMessages();
  const { id: assessmentId } = useAssessment();
  const announce = useAnnounce();
  const { act, failure } = useAct(COMPARE);
  const start = async () => {
    if ((await act({ input: { assessmentId } })) === null) return;
    announce(words.started);
    await onStarted();
  };
  return (
    <Group gap="md">
      <Button onClick={() => void start()} disabled={isRunning(check)}>
        {check === null ? words.compare : words.again}
      </Button>
      <ActError>{failure}</ActError>
    </Group>
  );
}

/** Says when a comparison that ran has ended. */
function useEndSaid(check: Check | null, said: string | null): void {
  const announce = useAnnounce();
  const wasRunning = useRef(false);
  const running = isRunning(check);
  // The live region is outside React's tree.
  useEffect(() => {
    if (wasRunning.current && !running && said !== null) announce(said);
    wasRunning.current = running;
  }, [announce, running, said]);
}

function Found({ check }: { readonly check: Check }) {
  const words = useSimilarityMessages();
  if (check.doneAt === null) return null;
  if (check.questions.length === 0) return <Text>{words.noPrograms}</Text>;
  return (
    <>
      <Stack gap="xs">
        <Title order={3} size="h4">
          {words.pairs(check.pairCount)}
        </Title>
        <PairList key={check.id} />
      </Stack>
      <Stack gap="xs">
        <Title order={3} size="h4">
          {words.questions}
        </Title>
        <QuestionsTable questions={check.questions} />
        <Text size="sm" c="dimmed" className={styles['about'] ?? ''}>
          {words.short}
        </Text>
      </Stack>
    </>
  );
}

function Overview() {
  const words = useSimilarityMessages();
  const { id } = useAssessment();
  const { check, refetch } = useCheck(id);
  const said = useWords(check);
  useEndSaid(check, said);
  return (
    <Stack gap="lg">
      <Text className={styles['about'] ?? ''}>{words.about}</Text>
      <Start check={check} onStarted={refetch} />
      {said === null ? null : <Text>{said}</Text>}
      {check?.isOutdated === true && check.doneAt !== null ? <Text>{words.outdated}</Text> : null}
      {check === null ? <EmptyState {...words.none} /> : <Found check={check} />}
    </Stack>
  );
}

/** `/o/:org/assessments/:id/similarity`: pairs of programs to look at, for administrators and managers. */
export function SimilarityPage() {
  const words = useSimilarityMessages();
  const pairId = useSearchParams()[0].get('pair');
  return (
    <RoleGate roles={['ADMIN', 'MANAGER']} otherwise={<NotFound />}>
      <Stack gap="md">
        <Title order={2}>{words.title}</Title>
        <Suspense fallback={<SkeletonLines count={6} />}>
          {pairId === null ? <Overview /> : <PairView pairId={pairId} />}
        </Suspense>
      </Stack>
    </RoleGate>
  );
}
