import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';
import { ItemStrip } from '../../sitting/item-strip';
import type { Taken } from './attempt-query';
import { SectionsAhead } from './sections/section-notes';
import { type Plan, positionAddress } from './sections/section-plan';

const ItemsSheet = lazy(async () => ({ default: (await import('./items-sheet')).ItemsSheet }));

type Props = { readonly taken: Taken; readonly plan: Plan; readonly here: number | null };

/** Every item with its state, and the sections that are still to be entered. */
export function ItemsList({ taken, plan, here }: Props) {
  return (
    <Stack gap="xs">
      <ItemStrip items={taken.items} here={here} addressOf={positionAddress(plan)} count={plan.count} />
      <SectionsAhead plan={plan} />
    </Stack>
  );
}

/** On a narrow screen: `3 of 12`, which opens the items in a sheet. */
export function ItemsButton(props: Props) {
  const { attempt: words } = useTakingMessages();
  const [isOpen, sheet] = useDisclosure(false);
  return (
    <>
      <Button variant="default" px="sm" aria-haspopup="dialog" onClick={sheet.open}>
        {props.here === null ? words.allItems : words.items(props.here, props.plan.count)}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ItemsSheet title={words.allItems} onClose={sheet.close}>
            <ItemsList {...props} />
          </ItemsSheet>
        </Suspense>
      ) : null}
    </>
  );
}
