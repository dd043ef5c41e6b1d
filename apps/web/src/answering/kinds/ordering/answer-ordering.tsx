import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '../../../messages/messages';
import styles from './ordering.module.css';
import { StepRow } from './step-row';
import { type OrderingActs, plainText, type Step, useOrdering } from './use-ordering';

type Props = {
  readonly shown: readonly { readonly id: string; readonly text: string }[];
  /** The included steps, in order. */
  readonly steps: readonly string[];
  readonly onOrder: (steps: readonly string[]) => void;
  readonly isOpen: boolean;
};

const ORDER = 'order';
const TRAY = 'tray';
const SLOP_PX = 4;

// Our own live region announces moves by drag and by keyboard, so dnd-kit's announcements are turned off.
const silent = () => undefined;
const SILENT: Announcements = { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent };

/** The new index of a step dropped over another step or over a list; null for left out. */
function placeOver(over: string, steps: readonly string[], isIn: boolean): number | null {
  const place = steps.indexOf(over);
  if (place !== -1) return place;
  if (over !== ORDER) return null;
  return isIn ? steps.length - 1 : steps.length;
}

function dropped({ active, over }: DragEndEvent, steps: readonly string[], acts: OrderingActs): void {
  if (over === null || over.id === active.id) return;
  const id = String(active.id);
  const isIn = steps.includes(id);
  const place = placeOver(String(over.id), steps, isIn);
  if (place !== null) (isIn ? acts.moveTo : acts.add)(id, place);
  else if (isIn) acts.remove(id);
}

type ListProps = {
  readonly id: string;
  readonly label: string;
  readonly empty: string;
  readonly steps: readonly Step[];
  readonly isOrdered: boolean;
  readonly acts: OrderingActs | null;
};

function StepList({ id, label, empty, steps, isOrdered, acts }: ListProps) {
  const labelId = useId();
  const { setNodeRef } = useDroppable({ id });
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <div ref={setNodeRef}>
      <Text id={labelId} size="sm" fw={600} mb="xs">
        {label}
      </Text>
      <SortableContext items={steps.map((step) => step.id)} strategy={verticalListSortingStrategy}>
        {/* Safari drops the list role from a list without markers, so the role is explicit. */}
        <List role="list" className={styles['list']} aria-labelledby={labelId}>
          {steps.map((step, index) => (
            <StepRow key={step.id} step={step} place={isOrdered ? index : null} acts={acts} />
          ))}
        </List>
      </SortableContext>
      {steps.length === 0 ? (
        <Text size="sm" c="dimmed" className={styles['empty'] ?? ''}>
          {empty}
        </Text>
      ) : null}
    </div>
  );
}

/** Steps in order, and the steps left out; moved by drag, buttons or keyboard. */
export function AnswerOrdering({ shown, steps, onOrder, isOpen }: Props) {
  const words = useMessages().kinds.ordering;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: SLOP_PX } }),
    useSensor(TouchSensor, { activationConstraint: { distance: SLOP_PX } }),
  );
  const named = shown.map((step) => ({ ...step, name: plainText(step.text) }));
  const { acts, list } = useOrdering({ shown: named, steps, onOrder });
  const put = steps.flatMap((id) => named.find((step) => step.id === id) ?? []);
  const out = named.filter(({ id }) => !steps.includes(id));
  const open = isOpen ? acts : null;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: '' } }}
      onDragEnd={(event) => dropped(event, steps, acts)}
    >
      <Stack gap="md" ref={list}>
        <Text size="sm" c="dimmed">
          {isOpen ? `${words.rule} ${words.keys}` : words.rule}
        </Text>
        <StepList
          id={ORDER}
          label={words.steps}
          empty={isOpen ? words.none : words.noneGiven}
          steps={put}
          isOrdered
          acts={open}
        />
        <StepList id={TRAY} label={words.leftOut} empty={words.allIn} steps={out} isOrdered={false} acts={open} />
      </Stack>
    </DndContext>
  );
}
