import { Splitter, Tabs } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useMessages } from '../messages/messages';
import styles from './code.module.css';
import { useSplit } from './use-split';

export type PaneName = 'task' | 'answer' | 'output';
export type PaneRefs = Readonly<Record<PaneName, RefObject<HTMLDivElement | null>>>;

type Props = Readonly<Record<PaneName, ReactNode>> & {
  readonly panes: PaneRefs;
  readonly narrowTab: PaneName;
  readonly onNarrowTab: (tab: PaneName) => void;
};

function Region({ name, panes, children }: { name: PaneName; panes: PaneRefs; children: ReactNode }) {
  const words = useMessages().question.code.panes;
  return (
    <div ref={panes[name]} role="region" aria-label={words[name]} tabIndex={-1} className={styles[name]}>
      {children}
    </div>
  );
}

/** The question next to code and output, with resizable panes whose sizes are stored. */
export function WideLayout({ task, answer, output, panes }: Props) {
  const columns = useSplit('columns', [42, 58]);
  const rows = useSplit('rows', [58, 42]);
  return (
    <Splitter className={styles['columns'] ?? ''} onSizeChange={columns.remember}>
      <Splitter.Pane defaultSize={columns.first} min={20} className={styles['pane'] ?? ''}>
        <Region name="task" panes={panes}>
          {task}
        </Region>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={columns.second} min={30} className={styles['pane'] ?? ''}>
        <Splitter orientation="vertical" className={styles['columns'] ?? ''} onSizeChange={rows.remember}>
          <Splitter.Pane defaultSize={rows.first} min={25} className={styles['pane'] ?? ''}>
            <Region name="answer" panes={panes}>
              {answer}
            </Region>
          </Splitter.Pane>
          <Splitter.Pane defaultSize={rows.second} min={15} className={styles['pane'] ?? ''}>
            <Region name="output" panes={panes}>
              {output}
            </Region>
          </Splitter.Pane>
        </Splitter>
      </Splitter.Pane>
    </Splitter>
  );
}

const isPane = (value: string | null): value is PaneName =>
  value === 'task' || value === 'answer' || value === 'output';

/** On narrow screens the three panes are tabs. */
export function NarrowLayout({ task, answer, output, panes, narrowTab, onNarrowTab }: Props) {
  const words = useMessages().question.code.tabs;
  const parts = [
    ['task', words.question, task],
    ['answer', words.answer, answer],
    ['output', words.output, output],
  ] as const;
  return (
    <Tabs value={narrowTab} onChange={(next) => isPane(next) && onNarrowTab(next)} className={styles['tabs'] ?? ''}>
      <Tabs.List grow>
        {parts.map(([name, label]) => (
          <Tabs.Tab key={name} value={name}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {parts.map(([name, , content]) => (
        <Tabs.Panel key={name} value={name}>
          <Region name={name} panes={panes}>
            {content}
          </Region>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
