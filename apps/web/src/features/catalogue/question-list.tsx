import {
  ActButton,
  ActError,
  PaneError,
  SkeletonLines,
  DelayedSkeleton,
  useAnnounce,
  useSingleKeys,
} from '@holdout/ui';
import { Group, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useMessages } from '../../messages/messages';
import { errorIdOf } from '../../platform/error-code';
import { errorWords } from '../../platform/error-words';
import type { Domains } from './chip-name';
import { NoneFound } from './none-found';
import { QuestionTable } from './question-table';
import { focusRow, stepRow } from '../../platform/row-focus';
import type { CatalogueAddress } from './use-catalogue-address';
import type { Questions } from './use-questions';

function More({ questions, onMore }: { readonly questions: Questions; readonly onMore: () => void }) {
  const messages = useMessages();
  const words = messages.catalogue;
  if (!questions.hasMore) return null;
  return (
    <Group gap="md">
      <ActButton variant="default" isRunning={questions.isBusy} onClick={onMore}>
        {words.loadMore}
      </ActButton>
      <Text size="sm" c="dimmed">
        {words.loaded(questions.questions?.length ?? 0, questions.totalCount)}
      </Text>
      <ActError>{questions.moreError === null ? null : errorWords(messages, questions.moreError)}</ActError>
    </Group>
  );
}

type Props = { readonly questions: Questions; readonly domains: Domains; readonly address: CatalogueAddress };

/** The rows, the states without rows (loading, failed, none found), and "Load more". */
export function QuestionList({ questions, domains, address }: Props) {
  const messages = useMessages();
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const firstNew = useRef<number | null>(null);
  const { totalCount, isCurrent } = questions;
  useSingleKeys(useMemo(() => ({ j: () => stepRow(box.current, 1), k: () => stepRow(box.current, -1) }), []));
  // Announcements are outside React.
  useEffect(() => {
    if (isCurrent) announce(messages.catalogue.count(totalCount));
  }, [announce, isCurrent, totalCount, messages]);

  const rows = questions.questions;
  const rowCount = rows?.length ?? 0;
  // Focus is outside React: moves to the first row that "Load 50 more" added, once it is rendered.
  useEffect(() => {
    if (firstNew.current === null || rowCount <= firstNew.current) return;
    focusRow(box.current, firstNew.current);
    firstNew.current = null;
  }, [rowCount]);
  if (!rows && questions.error)
    return <PaneError onRetry={questions.retry} errorId={errorIdOf(questions.error)} {...detailOf(questions.error)} />;
  if (!rows)
    return (
      <DelayedSkeleton>
        <SkeletonLines count={10} height="row" />
      </DelayedSkeleton>
    );
  if (rows.length === 0) return <NoneFound domains={domains} address={address} />;
  const more = async () => {
    firstNew.current = rows.length;
    if (!(await questions.loadMore())) firstNew.current = null;
  };
  return (
    <Stack ref={box} gap="md" aria-busy={questions.isBusy}>
      <QuestionTable questions={rows} />
      <More questions={questions} onMore={() => void more()} />
    </Stack>
  );

  function detailOf(error: unknown) {
    return errorIdOf(error) === undefined ? { detail: errorWords(messages, error) } : {};
  }
}
