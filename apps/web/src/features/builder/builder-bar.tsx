import { ActError } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { errorWords } from '../../platform/error-words';
import { issueWords } from '../../platform/input-issues';
import { useHasRole, useOrganization } from '../../platform/organization/organization-context';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { useUndo } from './use-undo';

const HistoryDrawer = lazy(async () => ({ default: (await import('./history-drawer')).HistoryDrawer }));

function useStatusWords(): string {
  const messages = useMessages();
  const { saving, inputs } = useAssessmentMessages().builder;
  const { status } = useBuilder().view;
  switch (status.kind) {
    case 'saved':
      return saving.saved(status.at);
    case 'saving':
      return saving.saving;
    case 'waiting':
      return saving.waiting;
    case 'conflict':
      return saving.conflict;
    case 'refused':
      return saving.refused(
        status.issues.map((issue) => `${inputs[issue.field] ?? issue.field}: ${issueWords(messages, issue)}`).join(' '),
      );
    case 'failed':
      return saving.failed(errorWords(messages, status.error));
  }
}

/** When the draft was saved, or why it is not. */
function SaveLabel() {
  const words = useAssessmentMessages().builder.saving;
  const says = useStatusWords();
  const { view, saver } = useBuilder();
  const { kind } = view.status;
  if (kind !== 'refused' && kind !== 'failed') {
    return (
      <Text size="sm" c="dimmed" className={styles['saved'] ?? ''} data-save={kind}>
        {says}
      </Text>
    );
  }
  return (
    <Group gap="sm" data-save={kind}>
      <ActError>{says}</ActError>
      <Button variant="default" size="compact-sm" onClick={() => saver.saveNow()}>
        {words.retry}
      </Button>
    </Group>
  );
}

function UndoButtons() {
  const words = useAssessmentMessages().builder.draft;
  const { history } = useBuilder().view;
  const { undo, redo } = useUndo();
  return (
    <>
      <Button
        variant="default"
        data-control="undo"
        aria-keyshortcuts="Control+Z"
        aria-disabled={history.past.length === 0}
        onClick={undo}
      >
        {words.undo}
      </Button>
      <Button
        variant="default"
        aria-keyshortcuts="Control+Shift+Z"
        aria-disabled={history.future.length === 0}
        onClick={redo}
      >
        {words.redo}
      </Button>
    </>
  );
}

function History() {
  const words = useAssessmentMessages().builder.draft;
  const [isOpen, drawer] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={drawer.open}>
        {words.history}
      </Button>
      <Suspense fallback={null}>{isOpen ? <HistoryDrawer onClose={drawer.close} /> : null}</Suspense>
    </>
  );
}

/** The publish page shows the draft that is saved, so everything is saved first. */
function ToPublish() {
  const words = useAssessmentMessages().builder.draft;
  const { slug } = useOrganization();
  const mayPublish = useHasRole(['ADMIN', 'MANAGER']);
  const { assessmentId, saver } = useBuilder();
  const navigate = useNavigate();
  const [isGoing, setIsGoing] = useState(false);
  const go = async () => {
    setIsGoing(true);
    if (await saver.settle()) await navigate(`/o/${slug}/assessments/${assessmentId}/publish`);
    setIsGoing(false);
  };
  if (!mayPublish) {
    return (
      <Text size="sm" c="dimmed">
        {words.mayNotPublish}
      </Text>
    );
  }
  return (
    <div className={styles['publish']}>
      <Button aria-disabled={isGoing} onClick={() => void go()}>
        {words.publish}
      </Button>
    </div>
  );
}

/** What was saved, undo and redo, history, and the way to publish. */
export function BuilderBar() {
  const { isReadOnly } = useBuilder();
  return (
    <div className={styles['bar']}>
      <SaveLabel />
      <Group gap="sm">
        {isReadOnly ? null : <UndoButtons />}
        <History />
        {isReadOnly ? null : <ToPublish />}
      </Group>
    </div>
  );
}
