import { ActButton, ActError, Status, useAnnounce } from '@holdout/ui';
import { Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { AddOrganizationDomainMutation, CheckOrganizationDomainMutation } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import styles from './domain-list.module.css';
import { ADD_DOMAIN, CHECK_DOMAIN, REMOVE_DOMAIN } from './organization-sign-in-operations';
import type { SignIn } from './provider-form';

type Domain = SignIn['domains'][number];
type Props = { readonly domains: readonly Domain[]; readonly onChanged: () => Promise<unknown> };

function Record({ domain }: { readonly domain: Domain }) {
  const words = useOrganizationMessages().organizationSignIn.domains;
  return (
    <dl className={styles['record']}>
      <dt>{words.name}</dt>
      <dd>
        <Code>{domain.recordName}</Code>
      </dd>
      <dt>{words.text}</dt>
      <dd>
        <Code>{domain.recordText}</Code>
      </dd>
    </dl>
  );
}

function useCheck(domain: Domain, onChanged: () => Promise<unknown>) {
  const words = useOrganizationMessages().organizationSignIn.domains;
  const announce = useAnnounce();
  const { slug } = useOrganization();
  const { act, isRunning, failure } = useAct(CHECK_DOMAIN);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settle = (answer: CheckOrganizationDomainMutation['checkOrganizationDomain']): void => {
    switch (answer.__typename) {
      case 'CheckOrganizationDomainSuccess':
        announce(words.checked(domain.domain));
        break;
      case 'DomainNotProvenProblem':
        setRefusal(words.notFound(domain.recordName, answer.found));
        break;
      case 'DomainTakenProblem':
        setRefusal(words.taken);
        break;
      case 'DnsFailedProblem':
        setRefusal(words.dnsFailed);
        break;
    }
  };
  const check = async (): Promise<void> => {
    setRefusal(null);
    const data = await act({ input: { slug, id: domain.id } });
    if (data) settle(data.checkOrganizationDomain);
    await onChanged();
  };
  return { check, isRunning, failure: refusal ?? failure };
}

function Row({ domain, onChanged }: { readonly domain: Domain; readonly onChanged: Props['onChanged'] }) {
  const messages = useMessages();
  const words = useOrganizationMessages().organizationSignIn.domains;
  const { slug } = useOrganization();
  const { check, isRunning, failure } = useCheck(domain, onChanged);
  const removal = useAct(REMOVE_DOMAIN);
  const remove = async (): Promise<void> => {
    if (await removal.act({ input: { slug, id: domain.id } })) await onChanged();
  };
  return (
    <li className={styles['row']}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>{domain.domain}</Text>
          {domain.provenAt ? (
            <Status kind="right" label={words.proven} />
          ) : (
            <Status kind="waiting" label={words.notProven} />
          )}
        </Group>
        {domain.provenAt === null ? <Record domain={domain} /> : null}
        {domain.missingSince ? <Text size="sm">{words.missing(messages.dates.day(domain.missingSince))}</Text> : null}
        {domain.missingSince ? <Record domain={domain} /> : null}
        <ActError>{failure ?? removal.failure}</ActError>
        <Group>
          <ActButton
            variant="default"
            isRunning={isRunning}
            aria-label={words.checkNamed(domain.domain)}
            onClick={() => void check()}
          >
            {words.check}
          </ActButton>
          <ActButton
            variant="default"
            isRunning={removal.isRunning}
            aria-label={words.removeNamed(domain.domain)}
            onClick={() => void remove()}
          >
            {words.remove}
          </ActButton>
        </Group>
      </Stack>
    </li>
  );
}

function useAdd(onChanged: () => Promise<unknown>) {
  const messages = useMessages();
  const words = useOrganizationMessages().organizationSignIn.domains;
  const { slug } = useOrganization();
  const { act, isRunning, failure } = useAct(ADD_DOMAIN);
  const [domain, setDomain] = useState('');
  const [error, setError] = useState<string | null>(null);
  const settle = async (answer: AddOrganizationDomainMutation['addOrganizationDomain']): Promise<void> => {
    if (answer.__typename === 'InvalidInputProblem')
      setError(answer.issues[0]?.code === 'TOO_LARGE' ? words.tooMany : words.malformed);
    if (answer.__typename !== 'AddOrganizationDomainSuccess') return;
    setDomain('');
    await onChanged();
  };
  const add = async (): Promise<void> => {
    const isEmpty = domain.trim() === '';
    setError(isEmpty ? messages.issues.missing : null);
    const data = isEmpty ? null : await act({ input: { slug, domain } });
    if (data) await settle(data.addOrganizationDomain);
  };
  return { domain, setDomain, error, add, isRunning, failure };
}

function AddForm({ onChanged }: Pick<Props, 'onChanged'>) {
  const words = useOrganizationMessages().organizationSignIn.domains;
  const { domain, setDomain, error, add, isRunning, failure } = useAdd(onChanged);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={words.label}
          description={words.hint}
          error={error}
          inputMode="url"
          autoComplete="off"
          value={domain}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
        <ActError>{failure}</ActError>
        <Group>
          <ActButton type="submit" variant="default" isRunning={isRunning}>
            {words.add}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}

/** The domains of the organization's addresses, with the record that proves each. */
export function DomainList({ domains, onChanged }: Props) {
  const words = useOrganizationMessages().organizationSignIn.domains;
  return (
    <Stack gap="sm">
      <Text maw="var(--ho-measure)">{words.intro}</Text>
      {domains.length === 0 ? <Text>{words.none}</Text> : null}
      <ul className={styles['list']}>
        {domains.map((domain) => (
          <Row key={domain.id} domain={domain} onChanged={onChanged} />
        ))}
      </ul>
      <AddForm onChanged={onChanged} />
    </Stack>
  );
}
