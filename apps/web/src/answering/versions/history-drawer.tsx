import { useQuery } from '@apollo/client/react';
import { SkeletonLines, useAnnounce } from '@holdout/ui';
import { Button, Drawer, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages';
import { draftOf } from '../draft';
import type { DraftState } from '../use-draft';
import { previewOf } from './preview-of';
import type { ShowVersion } from './version-strip';
import styles from './versions.module.css';
import { type Revision, REVISIONS } from './versions-query';

type RowProps = {
  readonly revision: Revision;
  readonly isCurrent: boolean;
  readonly state: DraftState;
  readonly show: ShowVersion;
  readonly onBringBack: () => void;
};

function RevisionRow({ revision, isCurrent, state, show, onBringBack }: RowProps) {
  const messages = useMessages();
  const words = messages.versions;
  const [isShown, setIsShown] = useState(false);
  const draft = draftOf({ revision: revision.number ?? 0, savedAt: revision.savedAt, answer: revision.answer });
  return (
    <li className={styles['row']}>
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <Stack gap={0} className={styles['preview'] ?? ''}>
          <Text size="sm">{words.at(revision.savedAt)}</Text>
          <Text size="sm" c="dimmed" className={styles['preview'] ?? ''}>
            {draft === null ? words.empty : previewOf(draft, messages)}
          </Text>
        </Stack>
        <Button variant="subtle" size="compact-sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? words.hide : words.show}
          <VisuallyHidden>{words.of(revision.savedAt)}</VisuallyHidden>
        </Button>
      </Group>
      {isCurrent ? <Text size="sm">{words.current}</Text> : null}
      {revision.number === null ? <Text size="sm">{words.refused}</Text> : null}
      {isShown && draft !== null ? (
        <Stack gap="sm" align="stretch" mt="sm">
          {show(draft, state.draft)}
          {isCurrent || state.other !== null ? null : (
            <Group>
              <Button
                variant="default"
                onClick={() => {
                  state.saver.bringBack(draft);
                  onBringBack();
                }}
              >
                {words.bringBack}
              </Button>
            </Group>
          )}
        </Stack>
      ) : null}
    </li>
  );
}

type Props = {
  readonly itemId: string;
  readonly state: DraftState;
  readonly show: ShowVersion;
  readonly onClose: () => void;
};

/** What has been saved of this answer, newest first; any of it can be brought back. */
export function HistoryDrawer({ itemId, state, show, onClose }: Props) {
  const messages = useMessages();
  const words = messages.versions;
  const announce = useAnnounce();
  const { saver, base } = state;
  const { data, error, fetchMore } = useQuery(REVISIONS, {
    variables: { itemId, after: null },
    fetchPolicy: 'cache-and-network',
  });
  // What is typed belongs to the history as well; the saver is outside React.
  useEffect(() => saver.saveNow(), [saver]);
  const page = data?.revisions;
  const broughtBack = () => {
    announce(words.broughtBack);
    onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={words.history}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <Stack gap="md">
        <Text size="sm">{words.historyLead}</Text>
        {error && !page ? <Text size="sm">{words.failed}</Text> : null}
        {!page && !error ? <SkeletonLines count={4} /> : null}
        {page?.edges.length === 0 ? <Text size="sm">{words.none}</Text> : null}
        <ul className={styles['rows']}>
          {page?.edges.map(({ node }) => (
            <RevisionRow
              key={node.id}
              revision={node}
              isCurrent={node.number !== null && node.number === base}
              state={state}
              show={show}
              onBringBack={broughtBack}
            />
          ))}
        </ul>
        {page?.pageInfo.hasNextPage ? (
          <Group>
            <Button
              variant="default"
              onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor ?? null } })}
            >
              {words.more}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Drawer>
  );
}
