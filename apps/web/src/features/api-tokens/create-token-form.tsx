import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Checkbox, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { ApiScope } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { errorOf, fieldErrors, type InputIssue } from '../../platform/input-issues';
import { useAct } from '../../platform/use-act';
import { CREATE_API_TOKEN } from './api-token-operations';

const SCOPES: readonly ApiScope[] = ['READ', 'INVITE', 'BUILD', 'PUBLISH', 'MANAGE'];
const DAYS = [7, 30, 90, 180, 365];
const FORM = 'token';

type Values = { readonly name: string; readonly scopes: ApiScope[]; readonly days: number };

const FIRST: Values = { name: '', scopes: ['READ'], days: 90 };

function useCreate(slug: string, onMade: (token: string) => void) {
  const messages = useMessages();
  const words = useOrganizationMessages().apiTokens.make;
  const { act, isRunning, failure } = useAct(CREATE_API_TOKEN);
  const [issues, setIssues] = useState<readonly InputIssue[]>([]);
  const [limit, setLimit] = useState<number | null>(null);
  const create = async (values: Values): Promise<void> => {
    setIssues([]);
    setLimit(null);
    const answer = (await act({ input: { slug, ...values } }))?.createApiToken;
    if (answer?.__typename === 'InvalidInputProblem') setIssues(answer.issues);
    if (answer?.__typename === 'TooManyTokensProblem') setLimit(answer.limit);
    if (answer?.__typename === 'CreateApiTokenSuccess') onMade(answer.token);
  };
  const tooMany = limit === null ? null : words.tooMany(limit);
  return { create, errors: fieldErrors(messages, FORM, issues), isRunning, failure: tooMany ?? failure };
}

type FieldProps = {
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly errorFor: (field: string) => string | undefined;
};

function Scopes({ values, onChange, errorFor }: FieldProps) {
  const words = useOrganizationMessages().apiTokens;
  return (
    <Checkbox.Group
      id={`${FORM}-scopes`}
      tabIndex={-1}
      label={words.make.scopes}
      error={errorFor('scopes')}
      value={values.scopes}
      onChange={(scopes) => onChange({ ...values, scopes: SCOPES.filter((scope) => scopes.includes(scope)) })}
    >
      <Stack gap="xs" mt="xs">
        {SCOPES.map((scope) => (
          <Checkbox key={scope} value={scope} label={words.scopes[scope]} description={words.scopeHints[scope]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Fields({ values, onChange, errorFor }: FieldProps) {
  const words = useOrganizationMessages().apiTokens;
  return (
    <>
      <TextInput
        id={`${FORM}-name`}
        label={words.make.name}
        description={words.make.nameHint}
        error={errorFor('name')}
        value={values.name}
        onChange={(event) => onChange({ ...values, name: event.currentTarget.value })}
      />
      <Scopes values={values} onChange={onChange} errorFor={errorFor} />
      <NativeSelect
        id={`${FORM}-days`}
        label={words.make.days}
        error={errorFor('days')}
        data={DAYS.map((days) => ({ value: String(days), label: words.days(days) }))}
        value={String(values.days)}
        onChange={(event) => onChange({ ...values, days: Number(event.currentTarget.value) })}
      />
    </>
  );
}

type Props = { readonly slug: string; readonly onMade: (token: string) => void };

/** Makes a token: what it is for, what it may do, and for how long. */
export function CreateTokenForm({ slug, onMade }: Props) {
  const words = useOrganizationMessages().apiTokens.make;
  const { create, errors, isRunning, failure } = useCreate(slug, onMade);
  const [values, setValues] = useState(FIRST);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void create(values);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="var(--ho-form)">
        <Title order={2} size="h3">
          {words.title}
        </Title>
        <FormErrors errors={errors} />
        <Fields values={values} onChange={setValues} errorFor={(field) => errorOf(errors, `${FORM}-${field}`)} />
        <ActError>{failure}</ActError>
        <ActButton type="submit" isRunning={isRunning} style={{ alignSelf: 'flex-start' }}>
          {words.act}
        </ActButton>
      </Stack>
    </form>
  );
}
