import { ActButton, ActError } from '@holdout/ui';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { PageHeading } from '../../platform/page-heading';
import { ItemTable } from '../../sitting/item-table';
import type { ClockReading } from '../../sitting/time-left';
import { useSubmitAttempt } from '../../sitting/use-submit-attempt';
import type { Taken } from './attempt-query';
import { FinishTime } from './finish-time';
import { addressOf, isAhead, placeOf, type Plan, positionAddress } from './sections/section-plan';

type Props = {
  readonly taken: Taken;
  readonly plan: Plan;
  readonly isReadOnly: boolean;
  readonly reading: ClockReading | null;
};

type Groups = Readonly<Record<'empty' | 'flagged' | 'answered', Taken['items']>>;

/** Each item once: what is still to be done first. */
function groupsOf(items: Taken['items']): Groups {
  return {
    empty: items.filter((item) => !item.isAnswered && !item.isFlagged),
    flagged: items.filter((item) => item.isFlagged),
    answered: items.filter((item) => item.isAnswered && !item.isFlagged),
  };
}

const GROUPS = ['empty', 'flagged', 'answered'] as const;

function Lists({ taken, plan }: Pick<Props, 'taken' | 'plan'>) {
  const words = useTakingMessages().finish;
  const groups = groupsOf(taken.items);
  return GROUPS.filter((name) => groups[name].length > 0).map((name) => (
    <Stack key={name} component="section" gap="xs">
      <Title order={2} size="h4">
        {words.groups[name](groups[name].length)}
      </Title>
      <ItemTable items={groups[name]} addressOf={plan.mayGoBack ? positionAddress(plan) : null} />
    </Stack>
  ));
}

/** Sections that were not entered, each with a link to its page. */
function NotStarted({ plan }: { readonly plan: Plan }) {
  const words = useTakingMessages().finish;
  return plan.sections.filter(isAhead).map((section) => (
    <Anchor key={section.id} component={Link} to={addressOf(plan, { kind: 'section', section })}>
      {words.notStarted(section.place, section.title, section.questionCount)}
    </Anchor>
  ));
}

/** Before submitting: what is empty, flagged and answered, the time left, and what becomes fixed. Unsent answers are sent first. */
export function AttemptFinish({ taken, plan, isReadOnly, reading }: Props) {
  const words = useTakingMessages().finish;
  const { submit, isRunning, sending, failure } = useSubmitAttempt(taken.id, taken.items);
  const { items } = taken;
  const empty = items.filter((item) => !item.isAnswered).length;
  const flagged = items.filter((item) => item.isFlagged).length;
  const back = placeOf(plan, items, String(plan.mayGoBack ? (items.at(-1)?.position ?? 1) : 1));
  return (
    <Stack gap="lg">
      <PageHeading title={words.title} />
      <Text>{words.counts(items.length - empty, flagged, empty)}</Text>
      <FinishTime closesAt={taken.closesAt} reading={reading} />
      <Lists taken={taken} plan={plan} />
      <NotStarted plan={plan} />
      <Text>{words.fixes}</Text>
      <div role="status">{sending === 0 ? null : <Text>{words.sending(sending)}</Text>}</div>
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
