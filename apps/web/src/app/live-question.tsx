import { SkeletonLines } from '@holdout/ui';
import { Button, Stack, Text, Title } from '@mantine/core';
import { lazy } from 'react';
import type { HomeQuery } from '../generated/operations';
import { useHomeMessages } from '../messages/home-messages';
import { PagePane } from '../platform/page-pane';

const LiveItem = lazy(async () => ({ default: (await import('./live-item')).LiveItem }));

type Props = {
  readonly question: HomeQuery['example']['edges'][number]['node'];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** One question of the bank, answerable in place. Opens on demand, because opening turns a visitor into a guest. */
export function LiveQuestion({ question, isOpen, onOpen }: Props) {
  const words = useHomeMessages();
  return (
    <Stack component="section" gap="md" align="flex-start">
      <Title order={2}>{words.try}</Title>
      <div>
        <Text>{question.title}</Text>
        <Text size="sm" c="dimmed">
          {words.tryMeta(question.level, question.minutes)}
        </Text>
      </div>
      {isOpen ? (
        <Stack w="100%">
          <PagePane skeleton={<SkeletonLines count={6} />}>
            <LiveItem slug={question.slug} />
          </PagePane>
        </Stack>
      ) : (
        <Button onClick={onOpen}>{words.tryAct}</Button>
      )}
    </Stack>
  );
}
