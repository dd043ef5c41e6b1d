import { usePlainChoice } from '@holdout/code-editor';
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode, RefObject } from 'react';
import type { CodeContent, CodeItem } from './code-item';
import { NarrowLayout, WideLayout } from './code-layout';
import styles from './code.module.css';
import { CodeField } from './editor/code-field';
import { useCode } from './editor/use-code';
import { useOwnInput } from './editor/use-own-input';
import { useCodeKeys } from './pane-keys';
import type { SentList } from './runs/sent-tab';
import type { SubmissionView } from './runs/submission-query';
import { useRuns } from './runs/use-runs';
import { TaskPane } from './task/task-pane';
import { TaskText } from './task/task-text';
import { usePanes } from './use-panes';
import { OutputPane } from './verdict/output-pane';
import { useMarks } from './verdict/use-marks';
import { IsMeasured } from './verdict/verdict-status';

const NARROW = '(max-width: 60em)';

export type WorkspaceProps = {
  readonly item: CodeItem;
  /** The item's submissions so far, newest first. */
  readonly sent: SentList;
  /** True if no more code is accepted. */
  readonly isFixed: boolean;
  /** Whether verdicts on hidden cases are shown; else a submission is only confirmed. */
  readonly showsVerdict: boolean;
  /** The item's result and explanation; null while they may not be shown. */
  readonly explained: { readonly verdict: ReactNode; readonly why: ReactNode } | null;
  /** Content below the question. */
  readonly below: ReactNode;
  readonly onSubmitted: (submission: SubmissionView) => void;
  /** Called when code submitted from this page is graded. Never called if no verdict is shown. */
  readonly onGraded: () => void;
};

type ExplainedProps = NonNullable<WorkspaceProps['explained']> & { readonly box: RefObject<HTMLDivElement | null> };

function Explained({ box, verdict, why }: ExplainedProps) {
  return (
    <>
      <div ref={box} tabIndex={-1}>
        {verdict}
      </div>
      {why}
    </>
  );
}

type Props = WorkspaceProps & { readonly content: CodeContent };

function useWorkspace({ item, content, sent, showsVerdict, onSubmitted, onGraded }: Props) {
  const code = useCode(item, content);
  const view = usePanes(() => code.editor.current?.focus());
  const latestId = sent.list[0]?.id ?? null;
  const runs = useRuns({ itemId: item.id, latestId, showsVerdict, onSent: view.showOutput, onSubmitted, onGraded });
  const ownInput = useOwnInput(code.spoken, content);
  const now = { language: code.language, source: code.source };
  const run = () => {
    code.saver.saveNow();
    void runs.run(now, ownInput?.isOn ? ownInput.text : null);
  };
  const submit = () => {
    code.saver.saveNow();
    void runs.submit(now);
  };
  useCodeKeys({ run, submit, step: view.step });
  return { code, runs, ownInput, view, run, submit };
}

type State = ReturnType<typeof useWorkspace>;

function Task({ content, sent, showsVerdict, explained, below, code, view }: Props & Pick<State, 'code' | 'view'>) {
  return (
    <TaskPane
      tab={view.taskTab}
      onTab={view.setTaskTab}
      content={content}
      sent={sent}
      showsVerdict={showsVerdict}
      onUse={code.replace}
    >
      <Stack gap="lg">
        <TaskText content={content} spoken={code.spoken} />
        {explained === null ? null : <Explained box={view.explained} {...explained} />}
        {below}
      </Stack>
    </TaskPane>
  );
}

function Panes(props: Props) {
  const { content, sent, isFixed, showsVerdict, explained } = props;
  const { code, runs, ownInput, view, run, submit } = useWorkspace(props);
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const plain = usePlainChoice();
  const marks = useMarks(code.source, runs);
  const onLine = (line: number) => {
    view.setNarrowTab('answer');
    code.editor.current?.goToLine(line);
  };
  const Layout = isNarrow ? NarrowLayout : WideLayout;
  return (
    <Layout
      panes={view.panes}
      narrowTab={view.narrowTab}
      onNarrowTab={view.setNarrowTab}
      task={<Task {...props} code={code} view={view} />}
      answer={
        <CodeField
          {...{ code, content, isFixed, marks, ownInput }}
          itemId={props.item.id}
          isPlain={isNarrow || plain.isPlain}
          plain={isNarrow ? null : plain}
          received={showsVerdict ? null : (sent.list[0] ?? null)}
          onRun={run}
          onSubmit={submit}
          isRunning={runs.isRunning}
          isSubmitting={runs.isSubmitting}
          failure={runs.failure}
        />
      }
      output={
        <OutputPane
          tab={runs.tab}
          onTab={runs.setTab}
          run={runs.ran}
          submitted={runs.submitted}
          showsVerdict={showsVerdict}
          source={code.source}
          onLine={onLine}
          onExplain={explained === null ? null : view.showExplanation}
        />
      }
    />
  );
}

/** A code or model item: question, editor and output side by side. */
export function Workspace(props: WorkspaceProps) {
  const { content } = props.item;
  if (content.__typename !== 'CodeContent') return null;
  return (
    <div className={styles['workspace']}>
      <IsMeasured value={content.metric !== null}>
        <Panes {...props} content={content} />
      </IsMeasured>
    </div>
  );
}
