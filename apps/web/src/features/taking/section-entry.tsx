import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { PageHeading } from '../../platform/page-heading';
import type { ClockReading } from '../../sitting/time-left';
import { secondsLeft } from '../../sitting/time-left';
import sitting from '../../sitting/sitting.module.css';
import type { Taken, TakenItem } from './attempt-query';
import { addressOf, placeOf, type Plan, type PlannedSection, runningSection } from './sections/section-plan';
import { useEnterSection } from './use-enter-section';

type Props = {
  readonly taken: Taken;
  readonly plan: Plan;
  readonly section: PlannedSection;
  /** The last answer of the server's clock; null until there is one. */
  readonly reading: ClockReading | null;
  readonly ask: () => Promise<void>;
  /** Whether another page is the live one. */
  readonly isReadOnly: boolean;
};

const itemsOf = (items: readonly TakenItem[], { first, last }: PlannedSection) =>
  items.filter(({ position }) => first <= position && position <= last);

/** What closes when this section starts, and what is in it. */
function Closes({ section, items }: { readonly section: PlannedSection; readonly items: readonly TakenItem[] }) {
  const words = useTakingMessages().sections;
  const own = itemsOf(items, section);
  const empty = own.filter(({ isAnswered }) => !isAnswered).length;
  const flagged = own.filter(({ isFlagged }) => isFlagged).length;
  return (
    <div>
      <Text>{words.closes(section.place, section.title)}</Text>
      <Text>{words.counts(own.length - empty, flagged, empty)}</Text>
    </div>
  );
}

/** The last timed section before this one that has closed: its time may be up only now. */
function closedBefore({ sections }: Plan, { place }: PlannedSection): PlannedSection | null {
  return sections.findLast((each) => each.place < place && each.minutes !== null && each.isClosed) ?? null;
}

/** Whether the whole assessment has less time left than the section is long. */
function isShort({ closesAt }: Taken, { minutes }: PlannedSection, reading: ClockReading | null): boolean {
  if (reading === null || closesAt === null || minutes === null) return false;
  return secondsLeft(closesAt, Date.parse(reading.serverTime)) < minutes * 60;
}

type FactsProps = Omit<Props, 'ask' | 'isReadOnly'> & { readonly running: PlannedSection | null };

function Facts({ taken, plan, section, reading, running }: FactsProps) {
  const words = useTakingMessages().sections;
  const closed = running === null ? closedBefore(plan, section) : null;
  return (
    <>
      {closed === null ? null : <Text>{words.closed(closed.place, closed.title)}</Text>}
      <Text fw={600}>{words.size(section.questionCount, section.minutes ?? 0)}</Text>
      <Text>{words.clock}</Text>
      <Text>{isShort(taken, section, reading) ? words.lessLeft : words.then}</Text>
      {running === null ? null : <Closes section={running} items={taken.items} />}
    </>
  );
}

/** Before a section with its own clock: how long it is, and what closes. Nothing of its items is known yet. */
export function SectionEntry({ ask, isReadOnly, ...shown }: Props) {
  const { taken, plan, section } = shown;
  const words = useTakingMessages().sections;
  const { enter, isRunning, failure } = useEnterSection(plan.attemptId, section.id, ask);
  const running = runningSection(plan);
  return (
    <Stack gap="lg">
      <PageHeading title={words.tab(section.place, section.title)}>
        {words.heading(section.place, plan.sections.length, section.title)}
      </PageHeading>
      <Facts {...shown} running={running} />
      <ActError>{failure}</ActError>
      <Group gap="sm" className={sitting['actions'] ?? ''}>
        {isReadOnly ? null : (
          <ActButton onClick={() => void enter()} isRunning={isRunning}>
            {words.start(section.place)}
          </ActButton>
        )}
        {running === null ? null : (
          <Button
            component={Link}
            to={addressOf(plan, placeOf(plan, taken.items, String(running.first)))}
            variant="default"
          >
            {words.back(running.place)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
