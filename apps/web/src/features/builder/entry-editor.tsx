import { DRAFT_LIMITS, type DraftEntry } from '@holdout/assessment';
import { Button, Group, Stack } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { NumberField } from './number-field';
import { PoolFields } from './pool-fields';
import { PoolQuestions } from './pool-questions';

type Props = { readonly entry: DraftEntry; readonly name: string };

function Weight({ entry }: { readonly entry: DraftEntry }) {
  const words = useAssessmentMessages().builder.draft;
  const { acts, isReadOnly } = useBuilder();
  return (
    <NumberField
      label={words.weight}
      description={words.weightHint}
      value={entry.weight}
      bounds={[0.01, DRAFT_LIMITS.weight]}
      isWhole={false}
      isReadOnly={isReadOnly}
      onValue={(weight) => weight !== null && acts.changeEntry(entry.id, { weight }, true)}
    />
  );
}

function Preview({ questionId, name }: { readonly questionId: string; readonly name: string }) {
  const words = useAssessmentMessages().builder.draft;
  const { preview } = useBuilder();
  return (
    <Button variant="default" aria-label={words.previewOne(name)} onClick={() => preview(questionId)}>
      {words.preview}
    </Button>
  );
}

/** The fields of one entry, below its row. */
export function EntryEditor({ entry, name }: Props) {
  return (
    <Stack gap="md" role="group" aria-label={name} className={styles['editor'] ?? ''}>
      {entry.kind === 'pool' ? <PoolFields pool={entry} /> : null}
      <Group align="flex-end" gap="md">
        <Weight entry={entry} />
        {entry.kind === 'question' ? <Preview questionId={entry.questionId} name={name} /> : null}
      </Group>
      {entry.kind === 'pool' ? <PoolQuestions pool={entry} /> : null}
    </Stack>
  );
}
