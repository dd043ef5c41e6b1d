import { Stack, Text, Title } from '@mantine/core';
import type { AssessmentVersionQuery } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { draftOf } from '../../platform/assessment/draft-view';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './assessments.module.css';
import { DraftRules } from './draft-rules';
import { VERSION } from './publish-operations';

type Section = AssessmentVersionQuery['assessmentVersion']['sections'][number];

function Entry({ entry }: { readonly entry: Section['entries'][number] }) {
  const { builder, assessments } = useAssessmentMessages();
  const { names } = useMessages();
  const { draw, questions, weight } = entry;
  const titles = questions.map(({ title, kind, level }, index) => (
    <Text key={index} size="sm" component="li">
      <span>{title}</span> <span className={styles['dim']}>{[names.kinds[kind], names.level(level)].join(', ')}</span>
    </Text>
  ));
  if (questions.length === 1) {
    return (
      <li className={styles['entry']}>
        <ul className={styles['entries']}>{titles}</ul>
        <Text size="sm" c="dimmed">
          {builder.draft.weighs(weight)}
        </Text>
      </li>
    );
  }
  return (
    <li className={styles['entry']}>
      <details>
        <summary>{assessments.contents.outOf(draw, questions.length)}</summary>
        <ul className={styles['titles']}>{titles}</ul>
      </details>
      <Text size="sm" c="dimmed">
        {builder.draft.weighs(weight)}
      </Text>
    </li>
  );
}

/** Everything that a published version froze. */
export function VersionContents({ versionId }: { readonly versionId: string }) {
  const { builder, assessments } = useAssessmentMessages();
  const { sections, settings } = usePageQuery(VERSION, { id: versionId }, 'cache-first').data.assessmentVersion;
  return (
    <Stack gap="md">
      {sections.map(({ id, title, minutes, entries }, index) => (
        <Stack key={id} gap={0}>
          <Title order={3} size="h4">
            {builder.draft.section(index + 1, title)}
          </Title>
          {minutes === null ? null : (
            <Text size="sm" c="dimmed">
              {assessments.contents.ownLimit(minutes)}
            </Text>
          )}
          <ul className={styles['entries']}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </Stack>
      ))}
      <DraftRules draft={draftOf(settings)} />
    </Stack>
  );
}
