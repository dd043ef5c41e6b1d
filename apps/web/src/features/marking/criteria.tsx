import { Markdown } from '@holdout/ui';
import { Button, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMarkingMessages } from '../../messages/marking-messages';
import styles from './marking.module.css';
import type { Criterion } from './marking-query';
import type { Marking } from './use-mark';

type Props = {
  readonly criteria: readonly Criterion[];
  readonly marking: Marking;
  /** Whether comments can be written. */
  readonly hasComments: boolean;
  /** Shown below the levels of a criterion. */
  readonly below?: (criterion: Criterion) => React.ReactNode;
};

/** The words of a criterion: a short text has one that all questions share. */
export function useCriterionWords() {
  const { meaning } = useMarkingMessages().marking;
  return (criterion: Criterion): Pick<Criterion, 'title' | 'levels'> => (criterion.title === '' ? meaning : criterion);
}

function Levels({ criterion, marking }: { readonly criterion: Criterion; readonly marking: Marking }) {
  const words = useMarkingMessages().marking;
  const { title, levels } = useCriterionWords()(criterion);
  const chosen = marking.mark.levels[criterion.id];
  return (
    <Radio.Group
      aria-label={title}
      value={chosen === undefined ? '' : String(chosen)}
      onChange={(value) => marking.choose(criterion.id, Number(value))}
    >
      <Group gap="md" className={styles['levels'] ?? ''}>
        {levels.map((text, level) => (
          <Radio key={level} value={String(level)} label={String(level)} aria-label={words.level(level)} title={text} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function Comment({ criterion, marking }: { readonly criterion: Criterion; readonly marking: Marking }) {
  const words = useMarkingMessages().marking;
  const { title } = useCriterionWords()(criterion);
  const isOpen = marking.commenting.includes(criterion.id);
  if (!isOpen) {
    return (
      <Button
        variant="subtle"
        color="gray"
        aria-label={words.comment(title)}
        onClick={() => marking.openComment(criterion.id)}
      >
        {words.addComment}
      </Button>
    );
  }
  return (
    <Textarea
      aria-label={words.comment(title)}
      data-comment={criterion.id}
      className={styles['comment'] ?? ''}
      placeholder={words.addComment}
      autosize
      minRows={2}
      value={marking.mark.comments[criterion.id] ?? ''}
      onChange={(event) => marking.comment(criterion.id, event.currentTarget.value)}
    />
  );
}

/** The text of the chosen level; of the active criterion all, until one is chosen. */
function Anchors({
  criterion,
  chosen,
  isActive,
}: {
  criterion: Criterion;
  chosen: number | undefined;
  isActive: boolean;
}) {
  const { levels } = useCriterionWords()(criterion);
  if (chosen !== undefined) {
    return (
      <div className={styles['anchor']}>
        <Markdown size="meta">{`**${chosen}:** ${levels[chosen] ?? ''}`}</Markdown>
      </div>
    );
  }
  if (!isActive) return null;
  return (
    <ol start={0} className={styles['anchors']}>
      {levels.map((text, level) => (
        <li key={level}>
          <Markdown size="meta">{text}</Markdown>
        </li>
      ))}
    </ol>
  );
}

function CriterionView({
  criterion,
  place,
  ...props
}: Props & { readonly criterion: Criterion; readonly place: number }) {
  const words = useMarkingMessages().marking;
  const { marking, hasComments, below } = props;
  const { title } = useCriterionWords()(criterion);
  const isActive = marking.active === place;
  const frame = useRef<HTMLElement>(null);
  // Scrolling is outside React: the keys may lead to a criterion that is out of view.
  useEffect(() => {
    if (isActive) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const mayComment = hasComments && (isActive || marking.commenting.includes(criterion.id));
  return (
    <section
      ref={frame}
      className={styles['criterion']}
      data-active={isActive || undefined}
      onFocus={() => marking.setActive(place)}
    >
      <Group gap="sm" align="baseline">
        <Title order={2} size="h4">
          {`${place + 1} ${title}`}
        </Title>
        <Text size="sm" c="dimmed">
          {words.weight(criterion.weight)}
        </Text>
      </Group>
      <Levels criterion={criterion} marking={marking} />
      <Anchors criterion={criterion} chosen={marking.mark.levels[criterion.id]} isActive={isActive} />
      {below?.(criterion)}
      {mayComment ? <Comment criterion={criterion} marking={marking} /> : null}
    </section>
  );
}

/** The criteria with their levels; the text of the chosen level is shown, and of the active criterion all until one is chosen. */
export function Criteria(props: Props) {
  const words = useMarkingMessages().marking;
  return (
    <Stack gap="xs" component="section" aria-label={words.rubric}>
      {props.criteria.map((criterion, place) => (
        <CriterionView key={criterion.id} criterion={criterion} place={place} {...props} />
      ))}
    </Stack>
  );
}
