import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, FormErrors, useAnnounce } from '@holdout/ui';
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrganizationSettingsQuery } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { onAnswer } from '../../platform/on-answer';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { PagePane } from '../../platform/page-pane';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { usePageQuery } from '../../platform/use-page-query';
import { refetchForViewer } from '../../platform/viewer';
import { exampleDate, timeZones } from './dates';
import { CHANGE, SETTINGS } from './organization-operations';
import { SlugField } from './slug-field';

const LOCALES = ['en-GB', 'en-US', 'en-CA', 'de-DE', 'fr-FR', 'sv-SE'];

type Settings = OrganizationSettingsQuery['organization'];
type Values = Pick<Settings, 'name' | 'slug' | 'contactEmail' | 'timeZone' | 'dateLocale'>;
type Taken = { readonly isReserved: boolean; readonly suggestion: string };

function useSaving() {
  const words = useOrganizationMessages().organizationSettings;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const form = useFormErrors('organization');
  const { act, isRunning, failure } = useAct(CHANGE);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const follow = async (newSlug: string) => {
    if (newSlug === slug) return;
    await navigate(`/o/${newSlug}/settings/organization`, { replace: true });
    await refetchForViewer(client);
  };
  const save = async ({ slug: newSlug, ...values }: Values) => {
    setTaken(null);
    setIsSaved(false);
    form.clear();
    const answer = (await act({ input: { ...values, slug, newSlug } }))?.changeOrganization;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => form.show(issues),
      SlugTakenProblem: setTaken,
      ChangeOrganizationSuccess: async ({ organization }) => {
        setIsSaved(true);
        announce(words.saved);
        await follow(organization.slug);
      },
    });
  };
  return { form, save, taken, isRunning, failure, isSaved };
}

function DateFields({ values, onChange }: { readonly values: Values; readonly onChange: (values: Values) => void }) {
  const words = useOrganizationMessages().organizationSettings;
  return (
    <>
      <NativeSelect
        label={words.timeZone}
        description={words.timeZoneHow}
        data={timeZones(values.timeZone)}
        value={values.timeZone}
        onChange={(event) => onChange({ ...values, timeZone: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.dateLocale}
        data={LOCALES.map((value) => ({ value, label: exampleDate(value, values.timeZone) }))}
        value={values.dateLocale}
        onChange={(event) => onChange({ ...values, dateLocale: event.currentTarget.value })}
      />
    </>
  );
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const words = useOrganizationMessages().organizationSettings;
  const { form, save, taken, isRunning, failure, isSaved } = useSaving();
  const { name, slug, contactEmail, timeZone, dateLocale } = settings;
  const [values, setValues] = useState<Values>({ name, slug, contactEmail, timeZone, dateLocale });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save(values);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-form)">
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('name')}
          label={words.name}
          value={values.name}
          onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
        />
        <SlugField
          {...form.propsOf('slug')}
          value={values.slug}
          taken={taken}
          onChange={(changed) => setValues({ ...values, slug: changed })}
        />
        {values.slug === slug ? null : <Text size="sm">{words.slugChange(slug)}</Text>}
        <TextInput
          {...form.propsOf('contactEmail')}
          type="email"
          label={words.contactEmail}
          description={words.contactEmailHow}
          value={values.contactEmail ?? ''}
          onChange={(event) => setValues({ ...values, contactEmail: event.currentTarget.value })}
        />
        <DateFields values={values} onChange={setValues} />
        <ActError>{failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.save}
        </ActButton>
        {isSaved ? <Text size="sm">{words.saved}</Text> : null}
      </Stack>
    </form>
  );
}

function Loaded() {
  const { slug } = useOrganization();
  const { organization } = usePageQuery(SETTINGS, { slug }).data;
  return <SettingsForm key={organization.slug} settings={organization} />;
}

/** Name, address, contact and dates of an organization. */
export function OrganizationSettingsPage() {
  const { pages } = useMessages().organization;
  const words = useOrganizationMessages().organizationSettings;
  const trail = [{ name: pages.settings, to: 'settings' }];
  return (
    <OrganizationPageBody title={words.title} trail={trail} width="reading">
      <PagePane>
        <Loaded />
      </PagePane>
    </OrganizationPageBody>
  );
}
