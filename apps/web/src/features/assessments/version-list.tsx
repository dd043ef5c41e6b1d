import { Status } from '@holdout/ui';
import { Button, Code, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { PublishPageQuery } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { PagePane } from '../../platform/page-pane';
import rows from '../../platform/row-list.module.css';
import styles from './assessments.module.css';
import { VersionContents } from './version-contents';

type Version = PublishPageQuery['assessmentDraft']['assessment']['versions'][number];

function Row({ version }: { readonly version: Version }) {
  const words = useAssessmentMessages().assessments.publish;
  const { dates } = useMessages();
  const contentsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { number, title, publishedAt, publishedBy, contentHash, isReady, id } = version;
  return (
    <li className={styles['entry']}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={styles['grow']}>
          <Text fw={600}>{words.versionTitle(number, title)}</Text>
          <Text size="sm">{words.publishedBy(dates.dateTime(publishedAt), publishedBy)}</Text>
          <Text size="sm" c="dimmed">
            <span>{words.hash}</span> <Code className={styles['hash'] ?? ''}>{contentHash}</Code>
          </Text>
          {isReady ? null : <Status kind="waiting" label={words.notReady} />}
        </div>
        <Button
          variant="default"
          aria-expanded={isOpen}
          aria-controls={contentsId}
          aria-label={isOpen ? words.hideOf(number) : words.showOf(number)}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.show}
        </Button>
      </Group>
      <div id={contentsId} className={styles['contents']} hidden={!isOpen}>
        {isOpen ? (
          <PagePane>
            <VersionContents versionId={id} />
          </PagePane>
        ) : null}
      </div>
    </li>
  );
}

/** The published versions, newest first, each with what it froze. */
export function VersionList({ versions }: { readonly versions: readonly Version[] }) {
  return (
    <ul className={rows['list']}>
      {versions.map((version) => (
        <Row key={version.id} version={version} />
      ))}
    </ul>
  );
}
