import { Markdown } from '@holdout/ui';
import { List, Stack, Text, Title } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { Hints } from '../../answering/hints';
import type { CodeContent } from '../code-item';
import styles from '../code.module.css';
import type { CodeState } from '../editor/use-code';

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
  // In an assessment the groups are secret, because their names hint at what is tested.
  if (groups.length === 0) return null;
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
  // Tables and rows are shown in the Data tab.
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

type Props = { readonly content: CodeContent; readonly spoken: CodeState['spoken'] };

/** The task, its limits and how it is graded. */
export function TaskText({ content, spoken }: Props) {
  return (
    <>
      <Markdown>{content.statement}</Markdown>
      <Limits spoken={spoken} />
      <HiddenGroups content={content} />
      <PublicCases content={content} />
      <Hints hints={content.hints} />
    </>
  );
}
