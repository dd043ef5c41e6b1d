import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { CodeEditor, type EditorLanguage, usePlainChoice } from '@holdout/code-editor';
import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CodeItem_ItemFragment, QuestionHeadQuery, Runtime } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { SetAside } from '../../answering/set-aside';
import { AnswerBar } from '../../workspace/editor/answer-bar';
import { CODE_ITEM, type CodeContent, type CodeItem } from '../../workspace/code-item';
import { NarrowLayout, type PaneName, useNarrowTab, WideLayout } from '../../workspace/code-layout';
import styles from '../../workspace/code.module.css';
import { EditorHead } from '../../workspace/editor/editor-head';
import { OutputPane } from '../../workspace/verdict/output-pane';
import { useCodeKeys } from '../../workspace/pane-keys';
import { QuestionOrigin } from './question-facts';
import { TaskPane, type TaskTabName } from './task-pane';
import { TaskTab } from './task-tab';
import { useCode } from '../../workspace/editor/use-code';
import type { PractisedAttempt } from './use-practice';
import { useRuns } from '../../workspace/runs/use-runs';
import { IsMeasured } from '../../workspace/verdict/verdict-status';

const EDITOR_LANGUAGES: Readonly<Record<Runtime, EditorLanguage>> = {
  PYTHON: 'python',
  PYTHON_PLAIN: 'python',
  POSTGRESQL: 'pgsql',
  SQLITE: 'sql',
  R: 'r',
  JAVASCRIPT: 'javascript',
  TYPESCRIPT: 'typescript',
};
const PANES: readonly PaneName[] = ['task', 'answer', 'output'];
const NARROW = '(max-width: 60em)';

type Props = {
  readonly item: { readonly id: string } & FragmentType<CodeItem_ItemFragment>;
  readonly question: QuestionHeadQuery['question'];
  readonly attempt: PractisedAttempt;
  readonly onwards: ReactNode;
  readonly onAgain: () => void;
  readonly isRestarting: boolean;
};

function useOwnInput() {
  const [isOn, turn] = useState(false);
  const [text, type] = useState('[]');
  return { isOn, text, turn, type };
}

function usePanes(focusEditor: () => void) {
  const task = useRef<HTMLDivElement>(null);
  const [taskTab, setTaskTab] = useState<TaskTabName>('question');
  const explained = useRef<HTMLDivElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLDivElement>(null);
  const [narrowTab, setNarrowTab] = useNarrowTab();
  const panes = { task, answer, output };
  const focus = (name: PaneName) => {
    // A part that is still hidden takes no focus.
    flushSync(() => setNarrowTab(name));
    if (name === 'answer') focusEditor();
    else panes[name].current?.focus();
  };
  const step = (by: 1 | -1) => {
    const here = PANES.findIndex((name) => panes[name].current?.contains(document.activeElement));
    const next = PANES[(here + by + PANES.length) % PANES.length];
    if (next) focus(next);
  };
  const showOutput = () => {
    flushSync(() => setNarrowTab('output'));
    // On a wide screen all parts stay, and the focus where it is.
    if (!answer.current?.offsetParent) output.current?.focus();
  };
  const showExplanation = () => {
    flushSync(() => {
      setNarrowTab('task');
      setTaskTab('question');
    });
    explained.current?.focus();
    explained.current?.scrollIntoView({ block: 'start' });
  };
  return { panes, narrowTab, setNarrowTab, taskTab, setTaskTab, explained, step, showOutput, showExplanation };
}

type WorkspaceProps = Omit<Props, 'item'> & { readonly item: CodeItem; readonly content: CodeContent };

/** A query has no arguments to be given. */
function hasArguments(spoken: ReturnType<typeof useCode>['spoken']): boolean {
  return spoken !== null && spoken.entry !== null;
}

function useWorkspace({ item, content, question, attempt }: WorkspaceProps) {
  const code = useCode(item, content);
  const view = usePanes(() => code.editor.current?.focus());
  const runs = useRuns({ itemId: item.id, attemptId: attempt.id, slug: question.slug, onSent: view.showOutput });
  const own = useOwnInput();
  const ownInput = hasArguments(code.spoken) && content.metric === null ? own : null;
  const sent = { language: code.language, source: code.source };
  const run = () => {
    code.saver.saveNow();
    void runs.run(sent, ownInput?.isOn ? ownInput.text : null);
  };
  const submit = () => {
    code.saver.saveNow();
    void runs.submit(sent);
  };
  useCodeKeys({ run, submit, step: view.step });
  return { code, runs, ownInput, view, run, submit };
}

function useMarks(source: string, { ran, submitted }: Pick<ReturnType<typeof useRuns>, 'ran' | 'submitted'>) {
  const words = useMessages().question.code.verdict;
  return useMemo(() => {
    const verdicts = [ran, submitted]
      .filter((one) => one?.source === source)
      .flatMap((one) => [one?.verdict, ...(one?.cases ?? []).map(({ verdict }) => verdict)]);
    const lines = verdicts.flatMap((one) =>
      !one || one.line === null
        ? []
        : [{ line: one.line, message: `${words.line(one.line)}: ${words.crashed(one.reason ?? '')}` }],
    );
    return lines.filter((mark, index) => lines.findIndex(({ line }) => line === mark.line) === index);
  }, [ran, submitted, source, words]);
}

type TaskProps = WorkspaceProps &
  Pick<ReturnType<typeof useWorkspace>, 'code' | 'runs' | 'view'> & {
    readonly isFixed: boolean;
    readonly onFixed: () => void;
  };

function Task({ code, runs, view, question, ...rest }: TaskProps) {
  const { item, content, isFixed, onFixed, onwards, onAgain, isRestarting } = rest;
  return (
    <TaskPane tab={view.taskTab} onTab={view.setTaskTab} content={content} history={runs.history} onUse={code.replace}>
      <TaskTab
        {...{ item, content, isFixed, onFixed, onwards, onAgain, isRestarting }}
        spoken={code.spoken}
        explained={view.explained}
      />
      <QuestionOrigin question={question} itemId={item.id} />
    </TaskPane>
  );
}

function Workspace(props: WorkspaceProps) {
  const { item, content, attempt } = props;
  const words = useMessages().question.code;
  const { code, runs, ownInput, view, run, submit } = useWorkspace(props);
  const [isFixed, setIsFixed] = useState(attempt.endedAt !== null);
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const plain = usePlainChoice();
  const marks = useMarks(code.source, runs);
  const onLine = (line: number) => {
    view.setNarrowTab('answer');
    code.editor.current?.goToLine(line);
  };
  const isPlain = isNarrow || plain.isPlain;
  const Layout = isNarrow ? NarrowLayout : WideLayout;
  return (
    <Layout
      panes={view.panes}
      narrowTab={view.narrowTab}
      onNarrowTab={view.setNarrowTab}
      task={<Task {...props} {...{ code, runs, view, isFixed }} onFixed={() => setIsFixed(true)} />}
      answer={
        <>
          <EditorHead code={code} content={content} isFixed={isFixed} plain={isNarrow ? null : plain} />
          {code.setAside?.draft.kind === 'code' ? (
            <SetAside draft={code.setAside} onUse={() => takeSetAside(code)} onDrop={code.drop} />
          ) : null}
          <div className={styles['editor']}>
            <CodeEditor
              key={code.language}
              isPlain={isPlain}
              label={words.editor(words.languages[code.language])}
              language={EDITOR_LANGUAGES[code.runtime]}
              initial={code.source}
              onChange={code.type}
              onLeave={() => code.saver.saveNow()}
              marks={marks}
              isReadOnly={isFixed}
              handle={code.editor}
            />
          </div>
          {isPlain ? null : (
            <Text size="xs" c="dimmed" px="md">
              {words.leave}
            </Text>
          )}
          <AnswerBar
            {...{ code, ownInput }}
            onRun={run}
            onSubmit={submit}
            isRunning={runs.isRunning}
            isSubmitting={runs.isSubmitting}
            failure={runs.failure}
          />
        </>
      }
      output={
        <OutputPane
          tab={runs.tab}
          onTab={runs.setTab}
          run={runs.ran}
          submitted={runs.submitted}
          source={code.source}
          onLine={onLine}
          onExplain={item.feedback ? view.showExplanation : null}
        />
      }
    />
  );
}

function takeSetAside(code: ReturnType<typeof useCode>): void {
  const draft = code.setAside?.draft;
  if (draft?.kind === 'code') code.replace(draft.source);
}

/** A code or model question in practice: question, editor and output beside one another. */
export function CodePractice({ item: from, ...rest }: Props) {
  const { data: item } = useSuspenseFragment({ fragment: CODE_ITEM, fragmentName: 'CodeItem_item', from });
  const { content } = item;
  if (content.__typename !== 'CodeContent') return null;
  return (
    <div className={styles['workspace']}>
      <IsMeasured value={content.metric !== null}>
        <Workspace {...rest} item={item} content={content} />
      </IsMeasured>
    </div>
  );
}
