import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { PageHeading } from '../../platform/page-heading';
import { ItemTable } from '../../sitting/item-table';
import { useSubmitAttempt } from '../../sitting/use-submit-attempt';
import { itemAddress } from './attempt-address';
import type { Taken } from './attempt-query';

type Props = { readonly taken: Taken; readonly rules: NonNullable<Taken['assessment']>; readonly isReadOnly: boolean };

/** Before submitting: what is answered, flagged and empty. Unsent answers are sent first. */
export function AttemptFinish({ taken, rules, isReadOnly }: Props) {
  const words = useTakingMessages().finish;
  const { submit, isRunning, failure } = useSubmitAttempt(taken.id, taken.items);
  const { items } = taken;
  const empty = items.filter((item) => !item.isAnswered).length;
  const flagged = items.filter((item) => item.isFlagged).length;
  const addressOf = itemAddress(taken.id, items.length);
  const open = rules.mayGoBack ? items.at(-1) : items.find(({ isClosed }) => !isClosed);
  return (
    <Stack gap="lg">
      <PageHeading title={words.title} />
      <Text>{words.counts(items.length - empty, flagged, empty)}</Text>
      <ItemTable items={items} addressOf={rules.mayGoBack ? addressOf : null} />
      <Text size="sm">{words.fixes}</Text>
      <ActError>{failure}</ActError>
      <Group gap="sm">
        {isReadOnly ? null : (
          <ActButton onClick={() => void submit()} isRunning={isRunning}>
            {words.submit}
          </ActButton>
        )}
        {open === undefined ? null : (
          <Button component={Link} to={addressOf(open.position)} variant="default">
            {words.back}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
