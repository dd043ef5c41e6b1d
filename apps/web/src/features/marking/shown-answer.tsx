import { Markdown } from '@holdout/ui';
import { Button, List, Stack, Text, Title } from '@mantine/core';
import { draftOf } from '../../answering/draft';
import type { Item } from '../../answering/kinds/field';
import { KindField } from '../../answering/kinds/kind-field';
import { points } from '../../answering/score';
import { useMarkingMessages } from '../../messages/marking-messages';
import styles from './marking.module.css';
import type { Sample, Shown } from './marking-query';

const nothing = () => undefined;

/** The answer in the field of its kind, read-only. The field takes an item of an attempt, of which a reviewer knows nothing else. */
function Answer({ shown: { id, content, answer, text } }: { readonly shown: Shown }) {
  const words = useMarkingMessages().marking;
  if (text !== null) return <Markdown>{text}</Markdown>;
  if (answer === null) return <Text>{words.erased}</Text>;
  const item = { __typename: 'AttemptItem', id, content, response: null, feedback: null } as unknown as Item;
  const saved = { revision: 1, savedAt: '', answer } as Parameters<typeof draftOf>[0];
  const withAnswer = { ...item, response: { __typename: 'Response', ...saved } } as Item;
  return (
    <KindField
      item={withAnswer}
      draft={draftOf(saved)}
      onEdit={nothing}
      onLeave={nothing}
      isOpen={false}
      isVersion
      settle={() => Promise.resolve(null)}
    />
  );
}

/** What the key decides of the answer. */
function ByKey({ detail }: Pick<Shown, 'detail'>) {
  const words = useMarkingMessages().marking;
  if (detail?.__typename === 'TextFeedback') {
    return (
      <Stack gap="xs" component="section">
        <Title order={2} size="h4">
          {words.accepted}
        </Title>
        <List size="sm">
          {detail.accepted.map((one) => (
            <List.Item key={one}>{one}</List.Item>
          ))}
        </List>
      </Stack>
    );
  }
  if (detail?.__typename !== 'DesignFeedback' || detail.numbers.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {words.numbers}
      </Title>
      <List size="sm">
        {detail.numbers.map(({ id, earned, possible }) => (
          <List.Item key={id}>{words.number(id, points(earned), points(possible))}</List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Samples({ samples, titles }: { readonly samples: readonly Sample[]; readonly titles: Titles }) {
  const words = useMarkingMessages().marking;
  return samples.map(({ name, text, levels }) => (
    <Stack key={name} gap="xs" component="section">
      <Title order={2} size="h4">
        {words.sampleNames[name]}
      </Title>
      <Text size="sm" c="dimmed">
        {words.sampleLevels(levels.map(({ criterion, level }) => `${titles(criterion)} ${level}`).join(', '))}
      </Text>
      <Markdown size="meta">{text}</Markdown>
    </Stack>
  ));
}

type Titles = (criterion: string) => string;

export type Aids = {
  readonly isQuestionOpen: boolean;
  readonly areSamplesOpen: boolean;
  readonly toggleQuestion: () => void;
  readonly toggleSamples: () => void;
};

type DrawerProps = {
  readonly label: string;
  readonly keyName: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
};

function Drawer({ label, keyName, isOpen, onToggle, children }: DrawerProps) {
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        aria-keyshortcuts={keyName}
        onClick={onToggle}
        rightSection={<kbd className={styles['key']}>{keyName}</kbd>}
      >
        {label}
      </Button>
      {isOpen ? <Stack className={styles['drawer'] ?? ''}>{children}</Stack> : null}
    </div>
  );
}

type Props = { readonly shown: Shown; readonly aids: Aids; readonly titles: Titles };

/** The answer, and what helps to mark it: the question and the samples of its author. */
export function ShownAnswer({ shown, aids, titles }: Props) {
  const words = useMarkingMessages().marking;
  const { content, samples, explanation, detail } = shown;
  return (
    <Stack gap="md">
      <Drawer label={words.question} keyName="Q" isOpen={aids.isQuestionOpen} onToggle={aids.toggleQuestion}>
        {'statement' in content ? <Markdown topHeading={3}>{content.statement}</Markdown> : null}
        <Title order={2} size="h4">
          {words.explanation}
        </Title>
        <Markdown topHeading={3}>{explanation}</Markdown>
      </Drawer>
      {samples.length === 0 ? null : (
        <Drawer label={words.samples} keyName="S" isOpen={aids.areSamplesOpen} onToggle={aids.toggleSamples}>
          <Samples samples={samples} titles={titles} />
        </Drawer>
      )}
      <section aria-label={words.answer} className={styles['answer']}>
        <Answer shown={shown} />
      </section>
      <ByKey detail={detail} />
    </Stack>
  );
}
