import { ActButton, ActError, Markdown } from '@holdout/ui';
import { Group, List, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../messages/messages';
import styles from './rubric.module.css';
import { type Levels, useMarkMyself } from './use-mark-myself';

export type Criterion = {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly levels: readonly string[];
  readonly level: number | null;
};

export type Rubric = {
  readonly rubric: readonly Criterion[];
  readonly redFlags: readonly { readonly text: string; readonly misconception: string | null }[];
  readonly sample: {
    readonly text: string;
    readonly levels: readonly { readonly criterion: string; readonly level: number }[];
  };
};

type CriterionProps = {
  readonly criterion: Criterion;
  readonly sampleLevel: number | null;
  readonly chosen: number | null;
  /** Null if the rubric is read-only. */
  readonly onChoose: ((level: number) => void) | null;
};

function Anchors({ criterion, chosen, onChoose }: CriterionProps) {
  const words = useMessages().kinds.rubric;
  if (onChoose === null) {
    return (
      <ol start={0} className={styles['levels']}>
        {criterion.levels.map((text, level) => (
          <li key={level} data-given={criterion.level === level || undefined}>
            <Markdown size="meta">{text}</Markdown>
          </li>
        ))}
      </ol>
    );
  }
  return (
    <Radio.Group
      aria-label={criterion.title}
      value={chosen === null ? '' : String(chosen)}
      onChange={(value) => onChoose(Number(value))}
    >
      <Stack gap="sm" mt="xs">
        {criterion.levels.map((text, level) => (
          <div key={level}>
            <Radio
              id={`${criterion.id}-${String(level)}-level`}
              value={String(level)}
              label={words.level(level)}
              aria-label={words.level(level)}
              aria-describedby={`${criterion.id}-${String(level)}`}
            />
            {/* The description of a level is part of its label, so it is clickable too. */}
            <label
              id={`${criterion.id}-${String(level)}`}
              htmlFor={`${criterion.id}-${String(level)}-level`}
              className={styles['anchor']}
            >
              <Markdown size="meta">{text}</Markdown>
            </label>
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}

function CriterionView(props: CriterionProps) {
  const words = useMessages().kinds.rubric;
  const { criterion, sampleLevel } = props;
  return (
    <section className={styles['criterion']}>
      <Group gap="sm">
        <Title order={3} size="h4">
          {criterion.title}
        </Title>
        <Text size="sm" c="dimmed">
          {words.weight(criterion.weight)}
        </Text>
        {criterion.level === null ? null : (
          <Text size="sm">{words.given(criterion.level, criterion.levels.length - 1)}</Text>
        )}
      </Group>
      <Anchors {...props} />
      {sampleLevel === null ? null : (
        <Text size="sm" c="dimmed" mt="sm">
          {words.sampleLevel(sampleLevel)}
        </Text>
      )}
    </section>
  );
}

/** The chosen levels, initialized from the saved ones. */
function useLevels(criteria: readonly Criterion[]) {
  const [levels, setLevels] = useState<Levels>(() =>
    Object.fromEntries(criteria.flatMap(({ id, level }) => (level === null ? [] : [[id, level]]))),
  );
  const choose = (id: string, level: number) => setLevels({ ...levels, [id]: level });
  return { levels, choose, missing: criteria.filter(({ id }) => levels[id] === undefined).length };
}

type Props = {
  readonly itemId: string;
  readonly rubric: Rubric;
  /** True in practice, where the answer is self-graded. */
  readonly isOwn: boolean;
};

/** The rubric, a strong sample answer and, in practice, the form for grading oneself. */
export function RubricView({ itemId, rubric: { rubric, redFlags, sample }, isOwn }: Props) {
  const words = useMessages().kinds.rubric;
  const { levels, choose, missing } = useLevels(rubric);
  const { mark, isRunning, failure } = useMarkMyself(itemId);
  const [problem, setProblem] = useState<string | null>(null);
  const save = () => {
    setProblem(missing > 0 ? words.missing(missing) : null);
    if (missing === 0) void mark(levels);
  };
  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section">
        <Title order={2}>{words.sample}</Title>
        <Markdown>{sample.text}</Markdown>
      </Stack>
      <Stack gap="md" component="section">
        <Title order={2}>{isOwn ? words.self : words.title}</Title>
        <Text size="sm">{isOwn ? `${words.selfHint} ${words.hint}` : words.hint}</Text>
        {rubric.map((criterion) => (
          <CriterionView
            key={criterion.id}
            criterion={criterion}
            sampleLevel={sample.levels.find((one) => one.criterion === criterion.id)?.level ?? null}
            chosen={levels[criterion.id] ?? null}
            onChoose={isOwn ? (level) => choose(criterion.id, level) : null}
          />
        ))}
        {isOwn ? (
          <Group gap="sm">
            <ActButton variant="default" isRunning={isRunning} onClick={save}>
              {words.save}
            </ActButton>
            <ActError>{problem ?? failure}</ActError>
          </Group>
        ) : null}
      </Stack>
      {redFlags.length === 0 ? null : (
        <Stack gap="sm" component="section">
          <Title order={2} size="h4">
            {words.redFlags}
          </Title>
          <List size="sm">
            {redFlags.map(({ text, misconception }) => (
              <List.Item key={text}>
                <Markdown size="meta">{text}</Markdown>
                {misconception === null ? null : <Text size="sm">{words.suggests(misconception)}</Text>}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
}
