import type { DraftChange } from '@holdout/assessment';
import { Text } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useChangeWords } from './use-change-words';

type Props = { readonly changes: readonly DraftChange[]; readonly label: string; readonly drafts: ChangeDrafts };
type ChangeDrafts = Parameters<typeof useChangeWords>[0];

/** What differs between two revisions, one line each. */
export function ChangeList({ changes, label, drafts }: Props) {
  const words = useAssessmentMessages().builder.conflict;
  const { sayChange } = useChangeWords(drafts);
  if (changes.length === 0) return <Text size="sm">{words.none}</Text>;
  return (
    <ul aria-label={label} className={styles['changes']}>
      {changes.map((change) => (
        <li key={change.key}>{sayChange(change)}</li>
      ))}
    </ul>
  );
}
