import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { type Origin, useCreate } from './use-create';

type Props = {
  /** Until another one is typed. */
  readonly suggestedTitle: string;
  /** What the assessment starts from; null while that is not known. */
  readonly origin: Origin | null;
  /** Fields between the title and the button. */
  readonly children?: ReactNode;
};

/** The title and what an assessment starts from. Creating it opens the builder. */
export function CreateForm({ suggestedTitle, origin, children }: Props) {
  const words = useAssessmentMessages().assessments.new;
  const { form, create, isRunning, failure } = useCreate();
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? suggestedTitle;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (origin !== null) void create(title, origin);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-reading)">
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('title')}
          label={words.name}
          description={words.nameHow}
          value={title}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {children}
        <ActError>{failure}</ActError>
        <Group>
          <ActButton type="submit" isRunning={isRunning}>
            {words.create}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}
