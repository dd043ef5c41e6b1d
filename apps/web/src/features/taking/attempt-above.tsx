import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';
import { ItemStrip } from '../../sitting/item-strip';
import frame from '../../sitting/sitting-frame.module.css';
import { Aids } from './aids';
import type { Taken, TakenItem } from './attempt-query';
import { CallButton } from './messages/call-button';
import { SectionsAhead } from './sections/section-notes';
import { type Place, type Plan, type PlannedSection, positionAddress, sectionAt } from './sections/section-plan';

const ItemsSheet = lazy(async () => ({ default: (await import('./items-sheet')).ItemsSheet }));

/** The rules of the assessment. */
export type Rules = NonNullable<Taken['assessment']>;

/** What is shown of an attempt: its rules, its sections, and the place that the address leads to. */
export type ShownProps = {
  readonly taken: Taken;
  readonly rules: Rules;
  readonly plan: Plan;
  readonly place: Place<TakenItem>;
};

/** The shown item; null on other pages. */
export const itemOf = (place: Place<TakenItem>): TakenItem | null => (place.kind === 'item' ? place.item : null);

/** The section that is shown: that of the item, or one that is still to be entered. */
function sectionOf({ plan, place }: ShownProps): PlannedSection | null {
  if (place.kind === 'section') return place.section;
  return place.kind === 'item' ? sectionAt(plan, place.item.position) : null;
}

/** Every item with its state; on a narrow screen in a sheet behind `3 of 12`. */
function Items({ taken, plan, here }: Pick<ShownProps, 'taken' | 'plan'> & { readonly here: number | null }) {
  const { attempt: words } = useTakingMessages();
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const [isOpen, sheet] = useDisclosure(false);
  const strip = (
    <Stack gap="xs">
      <ItemStrip items={taken.items} here={here} addressOf={positionAddress(plan)} count={plan.count} />
      <SectionsAhead plan={plan} />
    </Stack>
  );
  if (!isNarrow) return strip;
  return (
    <>
      <Button variant="default" onClick={sheet.open}>
        {here === null ? words.allItems : words.items(here, plan.count)}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ItemsSheet title={words.allItems} onClose={sheet.close}>
            {strip}
          </ItemsSheet>
        </Suspense>
      ) : null}
    </>
  );
}

/** Above the item: where it is among the others, and what may be used. */
export function Above(shown: ShownProps) {
  const { taken, rules, plan, place } = shown;
  const words = useTakingMessages().attempt;
  const section = sectionOf(shown);
  return (
    <div className={frame['top']}>
      {rules.mayGoBack ? (
        <Items taken={taken} plan={plan} here={itemOf(place)?.position ?? null} />
      ) : (
        <Text size="sm">{words.forwardOnly}</Text>
      )}
      {section === null ? null : (
        <Text size="sm" c="dimmed">
          {words.section(section.place, plan.sections.length, section.title)}
        </Text>
      )}
      <Aids hasCalculator={rules.hasCalculator} documentation={rules.documentation} />
      {taken.preview === null ? <CallButton attemptId={taken.id} organization={rules.organizationName} /> : null}
    </div>
  );
}
