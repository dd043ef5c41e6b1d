import { Stack, Title } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useArrived } from './builder-context';
import { SectionList } from './section-list';
import { SettingsBlock } from './settings-block';

/** The draft: its settings, then its sections. */
export function DraftPane() {
  const words = useAssessmentMessages().builder.draft;
  useArrived();
  return (
    <Stack gap="lg" align="stretch">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <SettingsBlock />
      <SectionList />
    </Stack>
  );
}
