import { ActButton, ActError } from '@holdout/ui';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { PageHeading } from '../../platform/page-heading';
import { ItemTable } from '../../sitting/item-table';
import { useSubmitAttempt } from '../../sitting/use-submit-attempt';
import type { Taken } from './attempt-query';
import { addressOf, isAhead, placeOf, type Plan, positionAddress } from './sections/section-plan';

type Props = { readonly taken: Taken; readonly plan: Plan; readonly isReadOnly: boolean };

/** Sections that were not entered, each with a link to its page. */
function NotStarted({ plan }: { readonly plan: Plan }) {
  const words = useTakingMessages().finish;
  return plan.sections.filter(isAhead).map((section) => (
    <Anchor key={section.id} component={Link} to={addressOf(plan, { kind: 'section', section })}>
      {words.notStarted(section.place, section.title, section.questionCount)}
    </Anchor>
  ));
}

/** Before submitting: what is answered, flagged and empty. Unsent answers are sent first. */
export function AttemptFinish({ taken, plan, isReadOnly }: Props) {
  const words = useTakingMessages().finish;
  const { submit, isRunning, failure } = useSubmitAttempt(taken.id, taken.items);
  const { items } = taken;
  const empty = items.filter((item) => !item.isAnswered).length;
  const flagged = items.filter((item) => item.isFlagged).length;
  const back = placeOf(plan, items, String(plan.mayGoBack ? (items.at(-1)?.position ?? 1) : 1));
  return (
    <Stack gap="lg">
      <PageHeading title={words.title} />
      <Text>{words.counts(items.length - empty, flagged, empty)}</Text>
      <ItemTable items={items} addressOf={plan.mayGoBack ? positionAddress(plan) : null} />
      <NotStarted plan={plan} />
      <Text size="sm">{words.fixes}</Text>
      <ActError>{failure}</ActError>
      <Group gap="sm">
        {isReadOnly ? null : (
          <ActButton onClick={() => void submit()} isRunning={isRunning}>
            {words.submit}
          </ActButton>
        )}
        {back.kind === 'finish' ? null : (
          <Button component={Link} to={addressOf(plan, back)} variant="default">
            {words.back}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
