import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Markdown } from '@holdout/ui';
import { ActionIcon, Button, Group } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../messages/messages';
import styles from './ordering.module.css';
import type { OrderingActs, Step } from './use-ordering';

type Props = {
  readonly step: Step;
  /** From 0; null if the step is left out. */
  readonly place: number | null;
  /** Null if the order can no longer be changed. */
  readonly acts: OrderingActs | null;
};

type MoveProps = { readonly step: Step; readonly acts: OrderingActs };

function PutInButtons({ step, acts }: MoveProps) {
  const words = useMessages().kinds.ordering;
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.up(step.name)}
        aria-keyshortcuts="Alt+ArrowUp"
        data-control={`up:${step.id}`}
        onClick={() => acts.moveBy(step.id, -1)}
      >
        <span aria-hidden="true">↑</span>
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.down(step.name)}
        aria-keyshortcuts="Alt+ArrowDown"
        data-control={`down:${step.id}`}
        onClick={() => acts.moveBy(step.id, 1)}
      >
        <span aria-hidden="true">↓</span>
      </ActionIcon>
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles['out'] ?? ''}
        aria-label={words.remove(step.name)}
        data-control={`remove:${step.id}`}
        onClick={() => acts.remove(step.id)}
      >
        {words.short.remove}
      </Button>
    </Group>
  );
}

function LeftOutButton({ step, acts }: MoveProps) {
  const words = useMessages().kinds.ordering;
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={styles['out'] ?? ''}
      aria-label={words.add(step.name)}
      data-control={`add:${step.id}`}
      onClick={() => acts.add(step.id)}
    >
      {words.short.add}
    </Button>
  );
}

/** One step, moved by its drag handle, its buttons or keys. */
export function StepRow({ step, place, acts }: Props) {
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: step.id,
    disabled: acts === null,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (acts === null || place === null || !event.altKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    acts.moveBy(step.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  const Buttons = place === null ? LeftOutButton : PutInButtons;
  return (
    <li
      ref={setNodeRef}
      className={styles['step']}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Transform.toString(transform), transition }}
      onKeyDown={onKeyDown}
    >
      {acts === null ? null : (
        <span ref={setActivatorNodeRef} className={styles['handle']} aria-hidden="true" {...listeners}>
          ⠿
        </span>
      )}
      {place === null ? null : (
        <span className={styles['place']} aria-hidden="true">
          {place + 1}
        </span>
      )}
      <div className={styles['text']}>
        <Markdown>{step.text}</Markdown>
      </div>
      {acts === null ? null : <Buttons step={step} acts={acts} />}
    </li>
  );
}
