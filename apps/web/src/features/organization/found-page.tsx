import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, EmptyState, FormErrors } from '@holdout/ui';
import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { onAnswer } from '../../platform/on-answer';
import { FOUNDING } from '../../platform/organization/founding-query';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { usePageQuery } from '../../platform/use-page-query';
import { refetchForViewer } from '../../platform/viewer';
import { FOUND } from './organization-operations';
import { SlugField } from './slug-field';
import { suggestSlug } from './suggest-slug';

type Values = { readonly name: string; readonly slug: string };
type Taken = { readonly isReserved: boolean; readonly suggestion: string };

function useFounding() {
  const words = useOrganizationMessages().found;
  const client = useApolloClient();
  const navigate = useNavigate();
  const form = useFormErrors('found');
  const { act, isRunning, failure } = useAct(FOUND);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const found = async (values: Values) => {
    setTaken(null);
    setRefusal(null);
    form.clear();
    const answer = (await act({ input: values }))?.foundOrganization;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => form.show(issues),
      SlugTakenProblem: setTaken,
      FoundingRefusedProblem: ({ reason }) => setRefusal(words.refused[reason]),
      FoundOrganizationSuccess: async ({ organization }) => {
        await navigate(`/o/${organization.slug}`);
        await refetchForViewer(client);
      },
    });
  };
  return { form, found, taken, isRunning, failure: refusal ?? failure };
}

function FoundForm() {
  const words = useOrganizationMessages().found;
  const { form, found, taken, isRunning, failure } = useFounding();
  const [name, setName] = useState('');
  /** Null until the person writes one: then it no longer follows the name. */
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const slug = ownSlug ?? suggestSlug(name);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void found({ name, slug });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-form)">
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('name')}
          label={words.name}
          autoComplete="organization"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SlugField {...form.propsOf('slug')} value={slug} taken={taken} onChange={setOwnSlug} />
        <ActError>{failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.act}
        </ActButton>
      </Stack>
    </form>
  );
}

function Found() {
  const words = useOrganizationMessages().found;
  const { foundingRefusal } = usePageQuery(FOUNDING, {}, 'network-only').data;
  return (
    <Stack>
      <PageHeading title={words.title} />
      {foundingRefusal === null ? (
        <>
          <Text maw="var(--ho-measure)">{words.what}</Text>
          <FoundForm />
        </>
      ) : (
        <EmptyState
          title={words.notNow}
          detail={words.refused[foundingRefusal]}
          action={
            <Anchor component={Link} to="/">
              {words.back}
            </Anchor>
          }
        />
      )}
    </Stack>
  );
}

/** Founding an organization. */
export function FoundPage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <Found />
      </PagePane>
    </PageBody>
  );
}
