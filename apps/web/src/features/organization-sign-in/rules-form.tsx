import { ActButton, ActError, useAnnounce } from '@holdout/ui';
import { Checkbox, Group, Stack } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { SAVE_RULES } from './organization-sign-in-operations';
import type { SignIn } from './provider-form';

type Props = { readonly signIn: SignIn; readonly onChanged: () => Promise<unknown> };

function useRules({ signIn, onChanged }: Props) {
  const words = useOrganizationMessages().organizationSignIn.rules;
  const announce = useAnnounce();
  const { slug } = useOrganization();
  const { act, isRunning, failure } = useAct(SAVE_RULES);
  const { requiresSingleSignOn, requiresSecondFactor } = signIn;
  const [rules, setRules] = useState({ requiresSingleSignOn, requiresSecondFactor });
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setRefusal(null);
    const answer = (await act({ input: { slug, ...rules } }))?.saveSignInRules;
    if (answer?.__typename === 'NoIdentityProviderProblem') setRefusal(words.noProvider);
    if (answer?.__typename !== 'SaveSignInRulesSuccess') return;
    announce(words.saved);
    await onChanged();
  };
  return { rules, setRules, save, isRunning, failure: refusal ?? failure };
}

/** What the organization requires of its members' sessions. */
export function RulesForm(props: Props) {
  const words = useOrganizationMessages().organizationSignIn.rules;
  const { rules, setRules, save, isRunning, failure } = useRules(props);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Checkbox
          label={words.singleSignOn}
          description={words.singleSignOnHint}
          checked={rules.requiresSingleSignOn}
          onChange={(event) => setRules({ ...rules, requiresSingleSignOn: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.secondFactor}
          description={words.secondFactorHint}
          checked={rules.requiresSecondFactor}
          onChange={(event) => setRules({ ...rules, requiresSecondFactor: event.currentTarget.checked })}
        />
        <ActError>{failure}</ActError>
        <Group>
          <ActButton type="submit" variant="default" isRunning={isRunning}>
            {words.save}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}
