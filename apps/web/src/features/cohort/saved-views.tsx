import { ActButton, ActError } from '@holdout/ui';
import { Anchor, Button, CloseButton, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { useAct } from '../../platform/use-act';
import { VIEWS } from './cohort-operations';
import { DELETE_VIEW, SAVE_VIEW } from './decision-operations';

type Props = { readonly assessmentId: string };

function useViews({ assessmentId }: Props) {
  const { views: words } = useCohortMessages();
  const [search] = useSearchParams();
  const { data, refetch } = useQuery(VIEWS, { variables: { assessmentId } });
  const saving = useAct(SAVE_VIEW);
  const deleting = useAct(DELETE_VIEW);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setError(words.missing);
      return;
    }
    const answer = (await saving.act({ input: { assessmentId, name, query: search.toString() } }))?.saveCohortView;
    if (answer === undefined) return;
    if (answer.__typename !== 'SaveCohortViewSuccess') {
      setError(words.refused);
      return;
    }
    setError(null);
    setName('');
    await refetch();
  };
  const remove = async (id: string) => {
    if ((await deleting.act({ input: { assessmentId, id } })) !== null) await refetch();
  };
  const failure = saving.failure ?? deleting.failure;
  return { views: data?.cohortViews ?? [], name, setName, error, save, remove, isRunning: saving.isRunning, failure };
}

function Views(props: Props) {
  const { views: words } = useCohortMessages();
  const { views, name, setName, error, save, remove, isRunning, failure } = useViews(props);
  return (
    <Stack gap="sm">
      {views.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      ) : null}
      {views.map((view) => (
        <Group key={view.id} justify="space-between" wrap="nowrap">
          <Anchor component={Link} to={`?${view.query}`}>
            {view.name}
          </Anchor>
          <CloseButton aria-label={words.remove(view.name)} onClick={() => void remove(view.id)} />
        </Group>
      ))}
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="xs">
          <TextInput
            label={words.name}
            value={name}
            error={error}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ActButton type="submit" variant="default" isRunning={isRunning}>
            {words.save}
          </ActButton>
          <ActError>{failure}</ActError>
        </Stack>
      </form>
    </Stack>
  );
}

/** The views of the cohort that the member saved: filter, order and columns by a name. */
export function SavedViews({ assessmentId }: Props) {
  const { views: words } = useCohortMessages();
  return (
    <Popover trapFocus position="bottom-end" width={280}>
      <Popover.Target>
        <Button variant="default">{words.menu}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Views assessmentId={assessmentId} />
      </Popover.Dropdown>
    </Popover>
  );
}
