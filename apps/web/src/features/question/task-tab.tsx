import { ActButton, Markdown } from '@holdout/ui';
import { Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useMessages } from '../../messages/messages';
import { Explanation, FeedbackVerdict } from '../../answering/feedback-verdict';
import { Hints } from '../../answering/hints';
import type { CodeContent, CodeItem } from '../../workspace/code-item';
import styles from '../../workspace/code.module.css';
import { Reveal } from './reveal';
import type { CodeState } from '../../workspace/editor/use-code';

function Limits({ spoken }: { readonly spoken: CodeState['spoken'] }) {
  const words = useMessages().question.code;
  if (!spoken) return null;
  return (
    <Text size="sm" c="dimmed">
      {words.limits(String(spoken.cpuSeconds), spoken.memoryMb)}
    </Text>
  );
}

function HiddenGroups({ content }: { readonly content: CodeContent }) {
  const words = useMessages().question.code;
  const { groups, metric } = content;
  if (metric) {
    return (
      <Text size="sm">
        {words.metric.target(words.metric.name(metric.name), String(metric.pass), String(metric.stretch))}
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm" fw={600}>
        {words.hidden}
      </Text>
      <List size="sm">
        {groups.map((group) => (
          <List.Item key={group.name}>{words.hiddenGroup(group.title, group.points)}</List.Item>
        ))}
      </List>
    </div>
  );
}

function PublicCases({ content }: { readonly content: CodeContent }) {
  const words = useMessages().question.code;
  // Tables and rows have a place of their own, the Data tab.
  if (content.tables.length > 0 || content.metric !== null || content.publicCases.length === 0) return null;
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h4">
        {words.publicCases}
      </Title>
      {content.publicCases.map((one, index) => (
        <div key={index}>
          <pre className={styles['text']} tabIndex={0} aria-label={words.cases.input}>
            {one.input}
          </pre>
          <Text size="xs" c="dimmed">
            {words.cases.expected}
          </Text>
          <pre className={styles['text']} tabIndex={0} aria-label={words.cases.expected}>
            {one.expected}
          </pre>
        </div>
      ))}
    </Stack>
  );
}

type Props = {
  readonly item: CodeItem;
  readonly content: CodeContent;
  readonly spoken: CodeState['spoken'];
  readonly isFixed: boolean;
  readonly onFixed: () => void;
  /** Where the explanation begins. */
  readonly explained: RefObject<HTMLDivElement | null>;
  readonly onwards: ReactNode;
  readonly onAgain: () => void;
  readonly isRestarting: boolean;
};

/** What is asked, within which limits, and once it may be shown, the explanation. */
export function TaskTab({ item, content, spoken, isFixed, onFixed, explained, onwards, onAgain, isRestarting }: Props) {
  const words = useMessages().question;
  return (
    <Stack gap="lg">
      <Markdown>{content.statement}</Markdown>
      <Limits spoken={spoken} />
      <HiddenGroups content={content} />
      <PublicCases content={content} />
      <Hints hints={content.hints} />
      {item.feedback ? (
        <>
          <div ref={explained} tabIndex={-1}>
            <FeedbackVerdict feedback={item.feedback} isAnswered />
          </div>
          <Explanation text={item.feedback.explanation} />
          {isFixed ? <Text size="sm">{words.code.fixed}</Text> : null}
          <Group gap="sm">
            {onwards}
            <ActButton variant="default" onClick={onAgain} isRunning={isRestarting}>
              {words.again}
            </ActButton>
          </Group>
        </>
      ) : (
        <Reveal itemId={item.id} onRevealed={onFixed} />
      )}
    </Stack>
  );
}
