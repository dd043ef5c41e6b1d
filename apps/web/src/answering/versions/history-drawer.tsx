import { useQuery } from '@apollo/client/react';
import { SkeletonLines, useAnnounce } from '@holdout/ui';
import { Button, Drawer, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages';
import { type Draft, draftOf } from '../draft';
import type { DraftState } from '../use-draft';
import { previewOf } from './preview-of';
import type { ShowVersion } from './show-version';
import styles from './versions.module.css';
import { type Revision, REVISIONS } from './versions-query';

type RowProps = {
  readonly revision: Revision;
  readonly isCurrent: boolean;
  readonly state: DraftState;
  readonly show: ShowVersion;
  readonly onBringBack: () => void;
};

type ShownProps = RowProps & { readonly draft: Draft };

/** The version itself. In a conflict the choice between the two versions comes first. */
function ShownRevision({ draft, isCurrent, state, show, onBringBack }: ShownProps) {
  const words = useMessages().versions;
  const bringBack = () => {
    state.saver.bringBack(draft);
    onBringBack();
  };
  return (
    <Stack gap="sm" align="stretch" mt="sm">
      {show(draft, state.draft)}
      {isCurrent || state.other !== null ? null : (
        <Group>
          <Button variant="default" onClick={bringBack}>
            {words.bringBack}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function State({ isCurrent, isRefused }: { readonly isCurrent: boolean; readonly isRefused: boolean }) {
  const words = useMessages().versions;
  if (!isCurrent && !isRefused) return null;
  return <Text size="sm">{isCurrent ? words.current : words.refused}</Text>;
}

function RevisionRow(props: RowProps) {
  const { revision, isCurrent } = props;
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
          <span>{isShown ? words.hide : words.show}</span>
          <VisuallyHidden>{words.of(revision.savedAt)}</VisuallyHidden>
        </Button>
      </Group>
      <State isCurrent={isCurrent} isRefused={revision.number === null} />
      {isShown && draft !== null ? <ShownRevision {...props} draft={draft} /> : null}
    </li>
  );
}

type Props = {
  readonly itemId: string;
  readonly state: DraftState;
  readonly show: ShowVersion;
  readonly onClose: () => void;
};

/** The first page of versions, and how to load the next one. */
function useRevisions(itemId: string) {
  const { data, error, fetchMore } = useQuery(REVISIONS, {
    variables: { itemId, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.revisions ?? null;
  const loadMore = () => void fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } });
  return {
    revisions: page?.edges.map(({ node }) => node) ?? null,
    loadMore: page?.pageInfo.hasNextPage === true ? loadMore : null,
    hasFailed: error !== undefined && page === null,
  };
}

type ListProps = Omit<Props, 'onClose'> & { readonly onBringBack: () => void };

function RevisionList({ itemId, state, show, onBringBack }: ListProps) {
  const words = useMessages().versions;
  const { revisions, loadMore, hasFailed } = useRevisions(itemId);
  if (hasFailed) return <Text size="sm">{words.failed}</Text>;
  if (revisions === null) return <SkeletonLines count={4} />;
  if (revisions.length === 0) return <Text size="sm">{words.none}</Text>;
  return (
    <>
      <ul className={styles['rows']}>
        {revisions.map((revision) => (
          <RevisionRow
            key={revision.id}
            revision={revision}
            isCurrent={revision.number === state.base}
            state={state}
            show={show}
            onBringBack={onBringBack}
          />
        ))}
      </ul>
      {loadMore === null ? null : (
        <Group>
          <Button variant="default" onClick={loadMore}>
            {words.more}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What has been saved of this answer, newest first; any of it can be brought back. */
export function HistoryDrawer({ onClose, ...list }: Props) {
  const messages = useMessages();
  const words = messages.versions;
  const announce = useAnnounce();
  const { saver } = list.state;
  // What is typed belongs to the history as well; the saver is outside React.
  useEffect(() => saver.saveNow(), [saver]);
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
        <RevisionList {...list} onBringBack={broughtBack} />
      </Stack>
    </Drawer>
  );
}
