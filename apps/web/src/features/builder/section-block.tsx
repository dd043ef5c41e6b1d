import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { DRAFT_LIMITS, type DraftSection } from '@holdout/assessment';
import { ActionIcon, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useId } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { EntryRow } from './entry-row';
import { NumberField } from './number-field';
import { PlaceIssues } from './place-issues';

type Props = { readonly section: DraftSection; readonly index: number };
type NamedProps = { readonly section: DraftSection; readonly name: string };

function Buttons({ section, name }: NamedProps) {
  const words = useAssessmentMessages().builder.draft;
  const { acts } = useBuilder();
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.sectionUp(name)}
        data-control={`section-up:${section.id}`}
        onClick={() => acts.moveSection(section.id, -1)}
      >
        <span aria-hidden="true">↑</span>
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={words.sectionDown(name)}
        data-control={`section-down:${section.id}`}
        onClick={() => acts.moveSection(section.id, 1)}
      >
        <span aria-hidden="true">↓</span>
      </ActionIcon>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={words.removeSection(name)}
        onClick={() => acts.removeSection(section.id)}
      >
        {words.remove}
      </Button>
    </Group>
  );
}

function Fields({ section, index }: Props) {
  const words = useAssessmentMessages().builder.draft;
  const { acts, isReadOnly } = useBuilder();
  return (
    <div className={styles['sectionFields']}>
      <TextInput
        label={words.titleLabel}
        aria-label={words.titleOf(index + 1)}
        value={section.title}
        maxLength={DRAFT_LIMITS.title}
        readOnly={isReadOnly}
        data-control={section.id}
        onChange={(event) => acts.changeSection(section.id, { title: event.currentTarget.value })}
      />
      <NumberField
        label={words.minutes}
        description={words.minutesHint}
        value={section.minutes}
        bounds={[1, DRAFT_LIMITS.minutes]}
        isOptional
        isReadOnly={isReadOnly}
        onValue={(minutes) => acts.changeSection(section.id, { minutes })}
      />
    </div>
  );
}

function Entries({ section, labelId }: { readonly section: DraftSection; readonly labelId: string }) {
  const words = useAssessmentMessages().builder.draft;
  const { setNodeRef } = useDroppable({ id: section.id });
  return (
    <div ref={setNodeRef}>
      <SortableContext items={section.entries.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol role="list" className={styles['entries']} aria-labelledby={labelId}>
          {section.entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} sectionId={section.id} />
          ))}
        </ol>
      </SortableContext>
      {section.entries.length === 0 ? (
        <Text size="sm" c="dimmed" className={styles['empty'] ?? ''}>
          {words.noEntries}
        </Text>
      ) : null}
    </div>
  );
}

/** A section: title, own time limit, entries, and a pool more. */
export function SectionBlock({ section, index }: Props) {
  const words = useAssessmentMessages().builder.draft;
  const { acts, check, isReadOnly, setOpened } = useBuilder();
  const labelId = useId();
  const name = words.section(index + 1, section.title);
  const figures = check.figures.sections.find(({ sectionId }) => sectionId === section.id);
  return (
    <section className={styles['section']} aria-labelledby={labelId}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={3} size="h4" id={labelId}>
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {words.facts(figures?.questions ?? 0, figures?.minutes.median ?? 0)}
          </Text>
        </div>
        {isReadOnly ? null : <Buttons section={section} name={name} />}
      </Group>
      <Fields section={section} index={index} />
      <PlaceIssues place={{ sectionId: section.id, entryId: null }} />
      <Entries section={section} labelId={labelId} />
      {isReadOnly ? null : (
        <Group>
          <Button
            variant="default"
            aria-label={words.addPoolTo(name)}
            data-control={`pool:${section.id}`}
            onClick={() => setOpened(acts.addPool({}, section.id))}
          >
            {words.addPool}
          </Button>
        </Group>
      )}
    </section>
  );
}
