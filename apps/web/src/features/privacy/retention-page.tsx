import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, useAnnounce } from '@holdout/ui';
import { Stack, Switch, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { PrivacyQuery } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { errorWords } from '../../platform/error-words';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { KINDS, type Months, monthsIn, monthsOf, type Typed, typedOf } from './months';
import { PREVIEW, PRIVACY, SAVE } from './privacy-operations';

type Privacy = PrivacyQuery['privacy'];

/** Counts what the months would delete. What was said holds for those months alone. */
function useCounting(months: Months | null) {
  const messages = useMessages();
  const words = useOrganizationMessages().privacy;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [counted, setCounted] = useState<{ readonly key: string; readonly said: string } | null>(null);
  const [isCounting, setIsCounting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const key = JSON.stringify(months);
  const count = async () => {
    if (months === null) return;
    setIsCounting(true);
    setFailure(null);
    try {
      const variables = { slug, months };
      const { data } = await client.query({ query: PREVIEW, variables, fetchPolicy: 'network-only' });
      if (!data) return;
      const said = words.preview(data.retentionPreview);
      setCounted({ key, said });
      announce(said);
    } catch (error) {
      setFailure(errorWords(messages, error));
    } finally {
      setIsCounting(false);
    }
  };
  return { count, isCounting, failure, said: counted?.key === key ? counted.said : null };
}

function useSaving() {
  const words = useOrganizationMessages().privacy;
  const { slug } = useOrganization();
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(SAVE);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async (months: Months, hidesNames: boolean) => {
    setSaved(null);
    const answer = (await act({ input: { slug, months, hidesNames } }))?.savePrivacy;
    if (answer?.__typename !== 'SavePrivacySuccess') return;
    setSaved(JSON.stringify([months, hidesNames]));
    announce(words.saved);
  };
  return { save, isRunning, failure, saved };
}

type FieldsProps = { readonly typed: Typed; readonly onChange: (typed: Typed) => void };

function Fields({ typed, onChange }: FieldsProps) {
  const words = useOrganizationMessages().privacy;
  return KINDS.map((kind) => (
    <TextInput
      key={kind}
      inputMode="numeric"
      label={words.fields[kind]}
      description={words.hints[kind]}
      value={typed[kind]}
      error={monthsIn(typed[kind]) === undefined ? words.notANumber : null}
      onChange={(event) => onChange({ ...typed, [kind]: event.currentTarget.value })}
    />
  ));
}

function RetentionForm({ privacy }: { readonly privacy: Privacy }) {
  const words = useOrganizationMessages().privacy;
  const [typed, setTyped] = useState(() => typedOf(privacy.months));
  const [hidesNames, setHidesNames] = useState(privacy.hidesNames);
  const months = monthsOf(typed);
  const counting = useCounting(months);
  const saving = useSaving();
  // What was stored before deletes nothing new.
  const isCounted = counting.said !== null || JSON.stringify(typed) === JSON.stringify(typedOf(privacy.months));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (months !== null && isCounted) void saving.save(months, hidesNames);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-form)">
        <Text>{words.about}</Text>
        <Text size="sm" c="dimmed">
          {words.keep}
        </Text>
        <Fields typed={typed} onChange={setTyped} />
        <ActError>{counting.failure}</ActError>
        <ActButton variant="default" isRunning={counting.isCounting} onClick={() => void counting.count()}>
          {words.count}
        </ActButton>
        {counting.said === null ? null : <Text>{counting.said}</Text>}
        <Switch
          label={words.hidesNames}
          description={words.hidesNamesHow}
          checked={hidesNames}
          onChange={(event) => setHidesNames(event.currentTarget.checked)}
        />
        {isCounted ? null : <Text size="sm">{words.countFirst}</Text>}
        <ActError>{saving.failure}</ActError>
        <ActButton type="submit" isRunning={saving.isRunning} disabled={months === null || !isCounted}>
          {words.save}
        </ActButton>
        {saving.saved === JSON.stringify([months, hidesNames]) ? <Text size="sm">{words.saved}</Text> : null}
      </Stack>
    </form>
  );
}

function Loaded() {
  const { slug } = useOrganization();
  const { privacy } = usePageQuery(PRIVACY, { slug }).data;
  return <RetentionForm privacy={privacy} />;
}

/** `/o/:org/settings/retention`: what is kept of candidates and for how long, for administrators. */
export function RetentionPage() {
  const { pages } = useMessages().organization;
  const words = useOrganizationMessages().privacy;
  return (
    <RoleGate roles={['ADMIN']} otherwise={<NotFound />}>
      <OrganizationPageBody title={words.title} trail={[{ name: pages.settings, to: 'settings' }]} width="reading">
        <Loaded />
      </OrganizationPageBody>
    </RoleGate>
  );
}
