import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { DraftEntry } from '@holdout/assessment';
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { kindView } from '../../platform/assessment/draft-view';
import { EntryEditor } from './entry-editor';
import { entryName } from '../../platform/assessment/entry-name';
import { PlaceIssues } from './place-issues';

type RowProps = { readonly entry: DraftEntry; readonly name: string };

/** Kind, level and minutes of a question; how many a pool finds. */
function Facts({ entry }: { readonly entry: DraftEntry }) {
  const words = useAssessmentMessages().builder;
  const { kinds } = useMessages().names;
  const { bank, optionsOf } = useBuilder();
  const weight = words.draft.weighs(entry.weight);
  if (entry.kind === 'pool')
    return <span>{`${words.pool.name} · ${words.pool.finds(optionsOf(entry.id).length)} · ${weight}`}</span>;
  const question = bank.find(entry.questionId);
  if (question === null) return <span>{weight}</span>;
  const { kind, level, minutes } = question;
  return (
    <span>{[kinds[kindView(kind)], words.draft.level(level), words.draft.minutesOf(minutes), weight].join(' · ')}</span>
  );
}

function Buttons({ entry, name }: RowProps) {
  const words = useAssessmentMessages().builder.draft;
  const { acts, opened, setOpened, isReadOnly } = useBuilder();
  const isOpen = opened === entry.id;
  return (
    <Group gap="xs" wrap="nowrap" className={styles['buttons'] ?? ''}>
      {isReadOnly ? null : (
        <>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.up(name)}
            aria-keyshortcuts="Alt+ArrowUp"
            data-control={`up:${entry.id}`}
            onClick={() => acts.moveBy(entry.id, -1)}
          >
            <span aria-hidden="true">↑</span>
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.down(name)}
            aria-keyshortcuts="Alt+ArrowDown"
            data-control={`down:${entry.id}`}
            onClick={() => acts.moveBy(entry.id, 1)}
          >
            <span aria-hidden="true">↓</span>
          </ActionIcon>
        </>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={isReadOnly ? words.showOne(name) : words.editOne(name)}
        aria-expanded={isOpen}
        data-control={`edit:${entry.id}`}
        onClick={() => setOpened(isOpen ? null : entry.id)}
      >
        {isReadOnly ? words.show : words.edit}
      </Button>
      {isReadOnly ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={words.removeOne(name)}
          data-control={`remove:${entry.id}`}
          onClick={() => acts.removeEntry(entry.id)}
        >
          {words.remove}
        </Button>
      )}
    </Group>
  );
}

/** A fixed question or a pool, moved by its drag handle, its buttons or keys. */
export function EntryRow({ entry, sectionId }: { readonly entry: DraftEntry; readonly sectionId: string }) {
  const builder = useAssessmentMessages().builder;
  const { kinds } = useMessages().names;
  const { acts, names, opened, isReadOnly } = useBuilder();
  const sortable = useSortable({ id: entry.id, disabled: isReadOnly });
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = sortable;
  const name = entryName(entry, names, { builder, kinds });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isReadOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    acts.moveBy(entry.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      ref={setNodeRef}
      className={styles['entry']}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onKeyDown={onKeyDown}
    >
      <div className={styles['line']}>
        {isReadOnly ? null : (
          <span ref={setActivatorNodeRef} className={styles['handle']} aria-hidden="true" {...listeners}>
            ⠿
          </span>
        )}
        <div className={styles['text']}>
          <Text>{name}</Text>
          <Text size="sm" c="dimmed">
            <Facts entry={entry} />
          </Text>
        </div>
        <Buttons entry={entry} name={name} />
      </div>
      <PlaceIssues place={{ sectionId, entryId: entry.id }} />
      {opened === entry.id ? <EntryEditor entry={entry} name={name} /> : null}
    </li>
  );
}
