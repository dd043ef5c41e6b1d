import { ActButton, ActError, type FieldError, FormErrors } from '@holdout/ui';
import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useId, useState } from 'react';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { errorOf, fieldErrors, type InputIssue } from '../../platform/input-issues';

export type ProofField = 'name' | 'password' | 'code' | 'newCode';
export type Proof = Readonly<Record<ProofField, string>>;
/** What is wrong: a sentence beside the button, or issues of fields; null if nothing is. */
export type ProofOutcome = string | readonly InputIssue[] | null;

type Props = {
  readonly fields: readonly ProofField[];
  readonly hasPassword: boolean;
  readonly act: string;
  readonly isRunning: boolean;
  readonly failure: string | null;
  readonly onSend: (proof: Proof) => Promise<ProofOutcome>;
  readonly onCancel: () => void;
};

const EMPTY: Proof = { name: '', password: '', code: '', newCode: '' };

function useProof({ fields, onSend }: Pick<Props, 'fields' | 'onSend'>) {
  const messages = useMessages();
  const id = useId();
  const [proof, setProof] = useState(EMPTY);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const show = (issues: readonly InputIssue[]) => setErrors(fieldErrors(messages, id, issues));
  const send = async (): Promise<void> => {
    setRefusal(null);
    const missing = fields.filter((field) => proof[field].trim() === '');
    show(missing.map((field) => ({ field: field === 'newCode' ? 'code' : field, code: 'MISSING', limit: null })));
    if (missing.length > 0) return;
    const outcome = await onSend(proof);
    if (typeof outcome === 'string') setRefusal(outcome);
    else if (outcome !== null) show(outcome);
  };
  const propsOf = (field: ProofField) => {
    const name = field === 'newCode' ? 'code' : field;
    return {
      id: `${id}-${name}`,
      name,
      error: errorOf(errors, `${id}-${name}`),
      value: proof[field],
      onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
        setProof({ ...proof, [field]: event.currentTarget.value }),
    };
  };
  return { errors, refusal, send, propsOf };
}

type FieldProps = ReturnType<ReturnType<typeof useProof>['propsOf']>;

function Field({ field, props }: { readonly field: ProofField; readonly props: FieldProps }) {
  const messages = useMessages();
  const words = useAccountMessages().security.form;
  switch (field) {
    case 'name':
      return <TextInput {...props} label={words.name} description={words.nameHint} autoComplete="off" />;
    case 'password':
      return (
        <PasswordInput
          {...props}
          label={words.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': messages.account.showPassword, tabIndex: 0 }}
        />
      );
    case 'code':
    case 'newCode':
      return <TextInput {...props} label={words[field]} autoComplete="one-time-code" spellCheck={false} />;
  }
}

/** Confirms a change with what it needs: the password, a code, or the name of a passkey. */
export function ProofForm({ fields, hasPassword, act, isRunning, failure, onSend, onCancel }: Props) {
  const words = useAccountMessages().security.form;
  const asked = hasPassword ? fields : fields.filter((field) => field !== 'password');
  const { errors, refusal, send, propsOf } = useProof({ fields: asked, onSend });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="var(--ho-form)">
        <FormErrors errors={errors} />
        {asked.map((field) => (
          <Field key={field} field={field} props={propsOf(field)} />
        ))}
        {asked.length === fields.length ? null : <Text size="sm">{words.noPassword}</Text>}
        <ActError>{refusal ?? failure}</ActError>
        <Group>
          <ActButton type="submit" isRunning={isRunning}>
            {act}
          </ActButton>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
