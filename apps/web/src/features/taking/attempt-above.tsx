import { Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';
import frame from '../../sitting/sitting-frame.module.css';
import { Aids } from './aids';
import { ItemsList } from './attempt-items';
import type { Taken, TakenItem } from './attempt-query';
import { Call } from './attempt-messages';
import { type Place, type Plan, type PlannedSection, sectionAt } from './sections/section-plan';
import styles from './taking.module.css';
import { useIsNarrow } from './use-is-narrow';

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

/** Every item with its state; on a narrow screen they are behind a button of the bar. */
function Items(props: ComponentProps<typeof ItemsList>) {
  return useIsNarrow() ? null : <ItemsList {...props} />;
}

/** Above the item: where it is among the others, and what may be used. */
export function Above(shown: ShownProps) {
  const { taken, rules, plan, place } = shown;
  const words = useTakingMessages().attempt;
  const section = sectionOf(shown);
  return (
    <div className={`${frame['top']} ${styles['above']}`}>
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
      <Call within="page" taken={taken} rules={rules} />
    </div>
  );
}
