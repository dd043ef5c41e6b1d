import { useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { AnswerItem } from '../../answering/answer-item';
import { ReportQuestion } from '../../answering/report-question';
import { useMessages } from '../../messages/messages';
import { useTakingMessages } from '../../messages/taking-messages';
import { PageHeading } from '../../platform/page-heading';
import { FlagButton } from '../../sitting/flag-button';
import { stateWords } from '../../sitting/item-state';
import { usePageKeys } from '../../sitting/use-item-keys';
import { usePresentItem } from '../../sitting/use-shown-item';
import type { TakenItem } from './attempt-query';
import { type Plan, positionAddress } from './sections/section-plan';

type Props = {
  readonly items: readonly TakenItem[];
  readonly here: TakenItem;
  readonly plan: Plan;
  /** The title of the browser tab. */
  readonly title: string;
  /** Whether the answer of an item can no longer be changed here. */
  readonly isLocked: (item: TakenItem) => boolean;
};

/** Focuses the heading of the item that the address names, when it is asked for within the page. */
function useArrival(here: TakenItem) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const before = useRef(key);
  // Focus is outside React. On the first view the page's own heading has it.
  useEffect(() => {
    if (before.current !== key) heading.current?.focus();
    before.current = key;
  }, [here.id, key]);
  return heading;
}

type OneProps = {
  readonly item: TakenItem;
  readonly count: number;
  readonly isLocked: boolean;
  readonly heading: ReturnType<typeof useArrival> | null;
};

function One({ item, count, isLocked, heading }: OneProps) {
  const { sitting, names } = useMessages();
  usePresentItem(item.id);
  const kind = names.kinds[item.kind];
  return (
    <Stack component="section" gap="md" aria-labelledby={`item-${item.id}`}>
      <div>
        <Text size="sm" c="dimmed">
          {item.isFlagged ? `${kind} · ${stateWords(sitting.states, item)}` : kind}
        </Text>
        <Title order={2} id={`item-${item.id}`} tabIndex={-1} ref={heading}>
          {sitting.heading(item.position, count)}
        </Title>
      </div>
      <AnswerItem item={item} isLocked={isLocked} />
      <Group gap="sm">
        <FlagButton item={item} />
        <ReportQuestion itemId={item.id} />
      </Group>
    </Stack>
  );
}

/** The questions of a section on one page, each with its flag; the keys lead to the pages before and after. */
export function SectionPage({ items, here, plan, title, isLocked }: Props) {
  const words = useMessages().sitting;
  const { sections } = useTakingMessages();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const heading = useArrival(here);
  const [first, last] = [items[0]?.position ?? 1, items.at(-1)?.position ?? 1];
  const label = sections.questions(first, last, plan.count);
  const spoken = useRef(label);
  // The live region is outside React.
  useEffect(() => announce(spoken.current), [announce]);
  const addressOf = positionAddress(plan);
  const previous = first > 1 ? addressOf(first - 1) : null;
  const next = addressOf(last + 1);
  const go = useCallback((address: string) => void navigate(address), [navigate]);
  usePageKeys({ previous, next, go });
  return (
    <Stack gap="xl">
      <PageHeading title={title}>{label}</PageHeading>
      {items.map((item) => (
        <One
          key={item.id}
          item={item}
          count={plan.count}
          isLocked={isLocked(item)}
          heading={item.id === here.id ? heading : null}
        />
      ))}
      <Group gap="sm" justify="flex-end">
        {previous === null ? null : (
          <Button component={Link} to={previous} variant="default">
            {words.previous}
          </Button>
        )}
        <Button component={Link} to={next}>
          {last === plan.count ? words.review : words.next}
        </Button>
      </Group>
    </Stack>
  );
}
