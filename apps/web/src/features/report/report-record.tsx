import { Stack, Text, Title } from '@mantine/core';
import { points } from '../../answering/score';
import { useReportMessages } from '../../messages/report-messages';
import styles from './report.module.css';
import type { ShownReport } from './report-query';

function Changes({ history, corrections }: Pick<ShownReport, 'history' | 'corrections'>) {
  const words = useReportMessages();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{words.changesTitle}</Title>
      {history.map(({ number, scoredOn, earned, possible, cause, reason }) => (
        <Text key={number} size="sm">
          {[words.score(number, scoredOn), words.points(points(earned), points(possible)), words.causes[cause], reason]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      ))}
      {corrections.map(({ id, kind, reason }) => (
        <Text key={id} size="sm">{`${words.corrections[kind]}: ${reason}`}</Text>
      ))}
    </Stack>
  );
}

function Events({ events }: Pick<ShownReport, 'events'>) {
  const words = useReportMessages();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{words.eventsTitle}</Title>
      <Text size="sm" c="dimmed">
        {events.length === 0 ? words.noEvents : words.eventsWhat}
      </Text>
      <ol className={styles['events']}>
        {events.map(({ kind, position, length, seconds }, index) => (
          <li key={index}>
            {[
              words.events[kind](kind === 'PASTE' ? length : seconds),
              ...(position === null ? [] : [words.inQuestion(position)]),
            ].join(', ')}
          </li>
        ))}
      </ol>
    </Stack>
  );
}

/** How the score came about and changed, and what was recorded. */
export function ReportRecord({ report }: { readonly report: ShownReport }) {
  return (
    <>
      <Changes {...report} />
      <Events {...report} />
    </>
  );
}
