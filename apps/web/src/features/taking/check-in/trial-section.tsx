import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import { useMessages } from '../../../messages/messages';
import { PageSection } from '../../../platform/page-section';
import { hasAnswer } from '../../../sitting/sitting-item';
import type { Trial, TrialItem } from './check-in-query';
import styles from './check-in.module.css';

/** The trial: each kind of question of this assessment, on the pages of the attempt. */
export function TrialSection({ trial }: { readonly trial: Trial | null }) {
  const { names } = useMessages();
  const words = useCandidateMessages().checkIn.trial;
  /** Two questions may be code: a function and a query. */
  const nameOf = ({ kind, content }: TrialItem): string =>
    content.__typename === 'CodeContent'
      ? words.code(
          names.kinds[kind],
          content.languages.map(({ language }) => names.languages[language]),
        )
      : names.kinds[kind];
  if (trial === null) {
    return (
      <PageSection title={words.title}>
        <Text>{words.none}</Text>
      </PageSection>
    );
  }
  const { id, items } = trial;
  const open = items.find((item) => !hasAnswer(item));
  return (
    <PageSection title={words.title}>
      <Text>{words.what(items.length)}</Text>
      <ul className={styles['kinds']}>
        {items.map((item) => (
          <li key={item.id} className={styles['kind']}>
            <span>{nameOf(item)}</span>
            <Text span size="sm" c="dimmed">
              {hasAnswer(item) ? words.tried : words.untried}
            </Text>
          </li>
        ))}
      </ul>
      <div>
        <Button component={Link} to={`/attempts/${id}/items/${open?.position ?? 1}`} variant="default">
          {open === undefined ? words.again : words.open}
        </Button>
      </div>
    </PageSection>
  );
}
