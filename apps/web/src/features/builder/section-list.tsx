import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type AssessmentDraft, DRAFT_LIMITS, type EntryPlace, placeOfEntry } from '@holdout/assessment';
import { EmptyState, useAnnounce } from '@holdout/ui';
import { Button, Group } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useBuilder } from './builder-context';
import { SectionBlock } from './section-block';

const SLOP_PX = 4;

// Our own live region announces moves by drag and by keyboard, so dnd-kit's announcements are turned off.
const silent = () => undefined;
const SILENT: Announcements = { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent };

/** The place of an entry dropped over another one, or over a section: its end. */
function placeOver(draft: AssessmentDraft, over: string): EntryPlace | null {
  const section = draft.sections.find(({ id }) => id === over);
  return section ? { sectionId: section.id, index: section.entries.length } : placeOfEntry(draft, over);
}

function useDragging() {
  const { draft, acts } = useBuilder();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: SLOP_PX } }),
    useSensor(TouchSensor, { activationConstraint: { distance: SLOP_PX } }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over === null || over.id === active.id) return;
    const place = placeOver(draft, String(over.id));
    if (place !== null) acts.moveTo(String(active.id), place);
  };
  return { sensors, onDragEnd };
}

function AddSection() {
  const words = useAssessmentMessages().builder.draft;
  const { acts, draft, want } = useBuilder();
  const announce = useAnnounce();
  if (draft.sections.length >= DRAFT_LIMITS.sections) return null;
  const add = () => {
    want(acts.addSection());
    announce(words.sectionAdded(draft.sections.length + 1));
  };
  return (
    <Group>
      <Button variant="default" data-control="add-section" onClick={add}>
        {words.addSection}
      </Button>
    </Group>
  );
}

/** The sections of the draft with their entries, which can be dragged from one to another. */
export function SectionList() {
  const words = useAssessmentMessages().builder.draft;
  const { draft, isReadOnly } = useBuilder();
  const dragging = useDragging();
  return (
    <DndContext
      {...dragging}
      collisionDetection={closestCenter}
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: '' } }}
    >
      {draft.sections.length === 0 ? <EmptyState title={words.empty} detail={words.emptyHow} /> : null}
      {draft.sections.map((section, index) => (
        <SectionBlock key={section.id} section={section} index={index} />
      ))}
      {isReadOnly ? null : <AddSection />}
    </DndContext>
  );
}
