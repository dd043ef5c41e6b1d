import { ActButton, ActError, type FieldError, FormErrors, useAnnounce } from '@holdout/ui';
import { Code, Group, NativeSelect, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { MemberRole, OrganizationSignInQuery, SaveIdentityProviderMutation } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { errorOf, fieldErrors } from '../../platform/input-issues';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { REMOVE_PROVIDER, SAVE_PROVIDER } from './organization-sign-in-operations';

export type SignIn = OrganizationSignInQuery['organizationSignIn'];
type Props = { readonly signIn: SignIn; readonly onChanged: () => Promise<unknown> };

const FORM = 'provider';
const ROLES: readonly MemberRole[] = ['RECRUITER', 'REVIEWER', 'AUTHOR', 'MANAGER'];

function useSave({ signIn: { provider }, onChanged }: Props) {
  const messages = useMessages();
  const words = useOrganizationMessages().organizationSignIn.provider;
  const announce = useAnnounce();
  const { slug } = useOrganization();
  const { act, isRunning, failure } = useAct(SAVE_PROVIDER);
  const [values, setValues] = useState({
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    defaultRole: provider?.defaultRole ?? 'RECRUITER',
  });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settle = (answer: SaveIdentityProviderMutation['saveIdentityProvider']): void => {
    switch (answer.__typename) {
      case 'SaveIdentityProviderSuccess':
        setValues({ ...values, clientSecret: '' });
        announce(words.saved);
        void onChanged();
        break;
      case 'InvalidInputProblem':
        setErrors(fieldErrors(messages, FORM, answer.issues));
        break;
      case 'IssuerRefusedProblem':
        setRefusal(words.faults[answer.reason]);
        break;
    }
  };
  const save = async (): Promise<void> => {
    setErrors([]);
    setRefusal(null);
    const keeps = provider !== null && values.clientSecret === '';
    const data = await act({ input: { slug, ...values, clientSecret: keeps ? null : values.clientSecret } });
    if (data) settle(data.saveIdentityProvider);
  };
  return { values, setValues, errors, save, isRunning, failure: refusal ?? failure };
}

function Remove({ onChanged }: Pick<Props, 'onChanged'>) {
  const words = useOrganizationMessages().organizationSignIn.provider;
  const announce = useAnnounce();
  const { slug } = useOrganization();
  const { act, isRunning, failure } = useAct(REMOVE_PROVIDER);
  const remove = async (): Promise<void> => {
    if (!(await act({ input: { slug } }))) return;
    announce(words.removed);
    await onChanged();
  };
  return (
    <>
      <ActButton variant="default" isRunning={isRunning} onClick={() => void remove()}>
        {words.remove}
      </ActButton>
      <ActError>{failure}</ActError>
    </>
  );
}

/** The OpenID Connect provider of the organization. */
export function ProviderForm({ signIn, onChanged }: Props) {
  const messages = useMessages();
  const words = useOrganizationMessages().organizationSignIn.provider;
  const { values, setValues, errors, save, isRunning, failure } = useSave({ signIn, onChanged });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  const propsOf = (field: keyof typeof values) => ({
    id: `${FORM}-${field}`,
    error: errorOf(errors, `${FORM}-${field}`),
    value: values[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setValues({ ...values, [field]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text maw="var(--ho-measure)">{words.intro}</Text>
        <Text size="sm">
          <span>{words.redirect}</span> <Code>{signIn.redirectUri}</Code>
        </Text>
        <FormErrors errors={errors} />
        <TextInput {...propsOf('issuer')} label={words.issuer} description={words.issuerHint} inputMode="url" />
        <TextInput {...propsOf('clientId')} label={words.clientId} autoComplete="off" />
        <PasswordInput
          {...propsOf('clientSecret')}
          label={words.clientSecret}
          description={signIn.provider ? words.secretKept : words.secretHint}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': messages.account.showPassword, tabIndex: 0 }}
        />
        <NativeSelect
          id={`${FORM}-defaultRole`}
          label={words.role}
          description={words.roleHint}
          data={ROLES.map((role) => ({ value: role, label: messages.names.roles[role] }))}
          value={values.defaultRole}
          onChange={(event) => setValues({ ...values, defaultRole: event.currentTarget.value as MemberRole })}
        />
        <ActError>{failure}</ActError>
        <Group>
          <ActButton type="submit" isRunning={isRunning}>
            {words.save}
          </ActButton>
          {signIn.provider ? <Remove onChanged={onChanged} /> : null}
        </Group>
      </Stack>
    </form>
  );
}
