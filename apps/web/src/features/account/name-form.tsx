import { ActButton, ActError, useAnnounce } from '@holdout/ui';
import { Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAccountMessages } from '../../messages/account-messages';
import { useAct } from '../../platform/use-act';
import { CHANGE_NAME } from './account-operations';
import { useFormErrors } from './use-form-errors';

/** Changes the name of the account. */
export function NameForm({ present }: { readonly present: string }) {
  const words = useAccountMessages().accountSettings.name;
  const form = useFormErrors('name');
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(CHANGE_NAME);
  const [displayName, setDisplayName] = useState(present);
  const change = async () => {
    if (!form.isComplete({ displayName })) return;
    const answer = (await act({ input: { displayName } }))?.changeName;
    if (answer?.__typename === 'InvalidInputProblem') form.show(answer.issues);
    if (answer?.__typename === 'ChangeNameSuccess') announce(words.done);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void change();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="var(--ho-form)" align="flex-start">
        <TextInput
          {...form.propsOf('displayName')}
          w="100%"
          label={words.label}
          autoComplete="name"
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        <ActError>{failure}</ActError>
        <ActButton type="submit" variant="default" isRunning={isRunning}>
          {words.act}
        </ActButton>
      </Stack>
    </form>
  );
}
