import { Status } from '@holdout/ui';
import { Group, Stack, Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { metricWords } from './verdict-words';
import type { MetricView } from '../runs/submission-query';

/** The guards of a model (limits in addition to the pass line), each with its result. */
export function GuardList({ guards }: Pick<MetricView, 'guards'>) {
  const words = useMessages().question.code.metric;
  if (guards.length === 0) return null;
  return (
    <Stack gap={4} component="ul" aria-label={words.guards} m={0} p={0} style={{ listStyle: 'none' }}>
      {guards.map(({ title, name, value, limit, isHigherBetter, isKept }) => (
        <Group component="li" key={title} gap="sm">
          <Status kind={isKept ? 'right' : 'wrong'} label={isKept ? words.kept : words.broken} />
          <Text size="sm">
            <span>{words.guard(title, words.name(name), metricWords(value))}</span>{' '}
            <span>{isHigherBetter ? words.atLeast(metricWords(limit)) : words.atMost(metricWords(limit))}</span>
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
