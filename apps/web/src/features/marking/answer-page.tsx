import { useAnnounce } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMarkingMessages } from '../../messages/marking-messages';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { useAct } from '../../platform/use-act';
import { CalibrationForm } from './calibration-form';
import { MarkingEnd } from './marking-end';
import { MarkingForm } from './marking-form';
import { SAVE, type Task } from './marking-query';
import { levelsInput, type Mark, markOf } from './use-mark';
import { type Opened, useOpened } from './use-opened';

/** Whole seconds since the answer was shown. */
function useSecondsShown() {
  const since = useRef<number | null>(null);
  // The clock is outside React.
  useEffect(() => {
    since.current = performance.now();
  }, []);
  return () => (since.current === null ? 0 : Math.round((performance.now() - since.current) / 1000));
}

function useSaving(queueId: string, task: Task, onSaved: () => void) {
  const words = useMarkingMessages().marking;
  const { act, isRunning, failure } = useAct(SAVE);
  const [refused, setRefused] = useState<'taken' | 'final' | 'tooLong' | null>(null);
  const seconds = useSecondsShown();
  const save = async ({ levels, comments, ...rest }: Mark) => {
    setRefused(null);
    const written = Object.entries(comments).map(([criterion, text]) => ({ criterion, text }));
    const input = {
      queueId,
      taskId: task.id,
      levels: levelsInput(levels),
      comments: written,
      seconds: seconds(),
      ...rest,
    };
    const answer = await act({ input });
    switch (answer?.saveReview.__typename) {
      case 'SaveReviewSuccess': {
        onSaved();
        return;
      }
      case 'ReviewTakenProblem': {
        setRefused('taken');
        return;
      }
      case 'ReviewFinalProblem': {
        setRefused('final');
        return;
      }
      case 'InvalidInputProblem': {
        setRefused('tooLong');
        return;
      }
      case undefined: {
        return;
      }
    }
  };
  return { save, isRunning, failure: refused === null ? failure : words[refused], isTaken: refused === 'taken' };
}

type TaskProps = { readonly queueId: string; readonly task: Task; readonly reopen: () => void };

function TaskView({ queueId, task, reopen }: TaskProps) {
  const words = useMarkingMessages().marking;
  const { slug } = useOrganization();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const at = (n: number): string => `/o/${slug}/marking/${queueId}/${n}`;
  const { save, isRunning, failure, isTaken } = useSaving(queueId, task, () => {
    announce(words.saved(task.number));
    void navigate(at(task.number + 1));
  });
  return (
    <MarkingForm
      shown={{ ...task, text: null }}
      start={markOf(task)}
      isReview
      saveLabel={task.review === null ? words.save : words.saveAgain}
      isRunning={isRunning}
      failure={failure}
      afterFailure={isTaken ? <Button onClick={reopen}>{words.takenNext}</Button> : null}
      onSave={(mark) => void save(mark)}
      {...(task.number > 1 ? { onUndo: () => void navigate(at(task.number - 1)) } : {})}
    />
  );
}

function titleOf(opened: Opened, words: ReturnType<typeof useMarkingMessages>): string {
  switch (opened.kind) {
    case 'task':
      return words.marking.response(opened.task.number, opened.task.total);
    case 'calibration':
      return words.marking.calibration(opened.calibration.number, opened.calibration.total);
    default:
      return words.queue.title;
  }
}

function Opening({ queueId, number }: { readonly queueId: string; readonly number: number }) {
  const words = useMarkingMessages();
  const { opened, failure, ask } = useOpened(queueId, number);
  if (opened === null) return null;
  if (failure !== null) return <Text role="alert">{failure}</Text>;
  const trail = [{ name: words.queue.title, to: 'marking' }];
  return (
    <OrganizationPageBody title={titleOf(opened, words)} trail={trail} width="full">
      {opened.kind === 'task' ? (
        <TaskView key={`${opened.task.id} ${number}`} queueId={queueId} task={opened.task} reopen={ask} />
      ) : null}
      {opened.kind === 'calibration' ? (
        <CalibrationForm key={opened.calibration.id} queueId={queueId} calibration={opened.calibration} onNext={ask} />
      ) : null}
      {opened.kind === 'empty' ? <MarkingEnd queueId={queueId} /> : null}
    </OrganizationPageBody>
  );
}

/** `/o/:org/marking/:queueId/:n`: one answer of a question, to mark or to look at again. */
export function AnswerPage() {
  const { queueId = '', n = '1' } = useParams();
  const number = Number.parseInt(n, 10);
  return (
    <RoleGate roles={['REVIEWER']} otherwise={<NotFound />}>
      <Stack p={{ base: 'md', xs: 'lg' }} gap={0}>
        <Opening queueId={queueId} number={Number.isNaN(number) ? 1 : number} />
      </Stack>
    </RoleGate>
  );
}
