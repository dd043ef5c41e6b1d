import { useQuery } from '@apollo/client/react';
import { changesBetween } from '@holdout/assessment';
import { ActButton, ActError, SkeletonLines, useAnnounce } from '@holdout/ui';
import { Button, Drawer, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { AssessmentHistoryQuery } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { ASSESSMENT_HISTORY, ASSESSMENT_REVISION, RESTORE_REVISION } from './builder-query';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { ChangeList } from './change-list';
import { draftOf } from '../../platform/assessment/draft-view';
import { serverDraft } from './send-draft';
import { useReturnFocus } from './use-return-focus';

type Revision = AssessmentHistoryQuery['assessmentHistory']['edges'][number]['node'];
type RowProps = { readonly revision: Revision; readonly onBack: () => void };

/** Saves an earlier revision as the newest. What is on the page is saved first, so that it is in the history. */
function useRestore({ revision, onBack }: RowProps) {
  const words = useAssessmentMessages().builder;
  const { assessmentId, saver } = useBuilder();
  const { act, isRunning, failure } = useAct(RESTORE_REVISION);
  const [refusal, setRefusal] = useState<string | null>(null);
  const announce = useAnnounce();
  const restore = async () => {
    const isSaved = await saver.settle();
    setRefusal(isSaved ? null : words.saving.first);
    if (!isSaved) return;
    const input = { assessmentId, revisionId: revision.id, basedOn: saver.read().revision };
    const result = (await act({ input }))?.restoreAssessmentRevision;
    if (result?.__typename === 'StaleAssessmentDraftProblem') setRefusal(words.saving.conflict);
    if (result?.__typename !== 'RestoreAssessmentRevisionSuccess') return;
    saver.take(serverDraft(result.state));
    announce(words.history.broughtBack);
    onBack();
  };
  return { restore, isRunning, failure: refusal ?? failure };
}

/** What the revision has differently from the draft on the page. */
function ShownRevision(props: RowProps) {
  const words = useAssessmentMessages().builder.history;
  const { assessmentId, draft, isReadOnly } = useBuilder();
  const { restore, isRunning, failure } = useRestore(props);
  const { data, error } = useQuery(ASSESSMENT_REVISION, {
    variables: { id: assessmentId, revisionId: props.revision.id },
    fetchPolicy: 'no-cache',
  });
  if (error !== undefined) return <Text size="sm">{words.failed}</Text>;
  if (data === undefined) return <SkeletonLines count={2} />;
  const earlier = draftOf(data.assessmentRevision.draft);
  const changes = changesBetween(draft, earlier);
  if (changes.length === 0) return <Text size="sm">{words.same}</Text>;
  return (
    <Stack gap="sm" align="stretch">
      <Text size="sm">{words.differs}</Text>
      <ChangeList label={words.differs} changes={changes} drafts={[earlier, draft]} />
      {isReadOnly ? null : (
        <Group>
          <ActButton variant="default" isRunning={isRunning} onClick={() => void restore()}>
            {words.bringBack}
          </ActButton>
        </Group>
      )}
      <ActError>{failure}</ActError>
    </Stack>
  );
}

function RevisionRow(props: RowProps) {
  const words = useAssessmentMessages().builder.history;
  const { number, savedAt, savedBy, questions, minutes } = props.revision;
  const isCurrent = number === useBuilder().view.revision;
  const [isShown, setIsShown] = useState(false);
  const state = isCurrent ? words.current : number === null ? words.refused : null;
  return (
    <li className={styles['revision']}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm">{words.by(savedAt, savedBy)}</Text>
          <Text size="sm" c="dimmed">
            {words.facts(questions, minutes)}
          </Text>
          {state === null ? null : <Text size="sm">{state}</Text>}
        </div>
        <Button variant="subtle" size="compact-sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          <span>{isShown ? words.hide : words.show}</span>
          <VisuallyHidden>{words.of(savedAt)}</VisuallyHidden>
        </Button>
      </Group>
      {isShown ? <ShownRevision {...props} /> : null}
    </li>
  );
}

function RevisionList({ onBack }: { readonly onBack: () => void }) {
  const words = useAssessmentMessages().builder.history;
  const { assessmentId } = useBuilder();
  const { data, error, fetchMore } = useQuery(ASSESSMENT_HISTORY, {
    variables: { id: assessmentId, after: null },
    fetchPolicy: 'network-only',
  });
  if (error !== undefined) return <Text size="sm">{words.failed}</Text>;
  if (data === undefined) return <SkeletonLines count={4} />;
  const { edges, pageInfo } = data.assessmentHistory;
  const more = () => void fetchMore({ variables: { after: pageInfo.endCursor } });
  return (
    <>
      <ul role="list" className={styles['revisions']}>
        {edges.map(({ node }) => (
          <RevisionRow key={node.id} revision={node} onBack={onBack} />
        ))}
      </ul>
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={more}>
          {words.more}
        </Button>
      ) : null}
    </>
  );
}

/** Every save of the draft, with those that were refused. */
export function HistoryDrawer({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages();
  const words = useAssessmentMessages().builder.history;
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={words.title}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <Stack gap="md" align="stretch">
        <Text size="sm">{words.lead}</Text>
        <RevisionList onBack={onClose} />
      </Stack>
    </Drawer>
  );
}
