import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/messages';
import type { CodeContent } from '../code-item';
import styles from '../code.module.css';
import { DataTab } from './data-tab';
import { type SentList, SentTab } from '../runs/sent-tab';

export type TaskTabName = 'question' | 'data' | 'submissions';

const isTab = (value: string | null): value is TaskTabName =>
  value === 'question' || value === 'data' || value === 'submissions';

type Props = {
  readonly tab: TaskTabName;
  readonly onTab: (tab: TaskTabName) => void;
  readonly content: CodeContent;
  readonly sent: SentList;
  readonly showsVerdict: boolean;
  readonly onUse: (source: string) => void;
  /** Content of the Question tab. */
  readonly children: ReactNode;
};

/** The question, its data, and earlier submissions. */
export function TaskPane({ tab, onTab, content, sent, showsVerdict, onUse, children }: Props) {
  const words = useMessages().question.code.tabs;
  return (
    <Tabs value={tab} onChange={(next) => isTab(next) && onTab(next)} className={styles['tabs'] ?? ''}>
      <Tabs.List>
        <Tabs.Tab value="question">{words.question}</Tabs.Tab>
        <Tabs.Tab value="data">{words.data}</Tabs.Tab>
        <Tabs.Tab value="submissions">{words.submissions}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="question" className={styles['panel'] ?? ''}>
        {children}
      </Tabs.Panel>
      <Tabs.Panel value="data" className={styles['panel'] ?? ''}>
        <DataTab content={content} />
      </Tabs.Panel>
      <Tabs.Panel value="submissions" className={styles['panel'] ?? ''}>
        <SentTab sent={sent} showsVerdict={showsVerdict} onUse={onUse} />
      </Tabs.Panel>
    </Tabs>
  );
}
