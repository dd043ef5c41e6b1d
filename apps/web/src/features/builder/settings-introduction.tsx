import { DRAFT_LIMITS } from '@holdout/assessment';
import { Markdown } from '@holdout/ui';
import { Stack, Text, Textarea } from '@mantine/core';
import { useDeferredValue } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';

/** What candidates read before they start, and how it looks. */
export function SettingsIntroduction() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  const shown = useDeferredValue(draft.introduction);
  return (
    <Stack gap="sm" align="stretch">
      <Textarea
        aria-label={words.introduction}
        description={words.introductionHint}
        value={draft.introduction}
        maxLength={DRAFT_LIMITS.introduction}
        readOnly={isReadOnly}
        minRows={4}
        autosize
        data-control="setting:introduction"
        onChange={(event) => acts.set({ introduction: event.currentTarget.value }, 'introduction')}
      />
      {shown.trim() === '' ? null : (
        <div className={styles['introduction']}>
          <Text size="sm" c="dimmed">
            {words.introductionPreview}
          </Text>
          <Markdown topHeading={4}>{shown}</Markdown>
        </div>
      )}
    </Stack>
  );
}
