import { actorWithoutAccount } from '@holdout/assessment';
import { Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { AuditQuery } from '../../generated/operations';
import { useOrganizationMessages, type OrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { filterIn } from './audit-address';
import { ACTORS, AUDIT } from './audit-query';
import styles from './audit.module.css';

const PAGE = 50;

type Entry = AuditQuery['audit']['edges'][number]['node'];

/** The words of a name, or the name itself where another version of the product wrote it. */
const wordsOf = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

/** Who acted: a person, one whose data has been deleted, or who acts without an account. */
function actorWords(words: OrganizationMessages['audit'], { act, actor }: Entry): string {
  return actor === null ? words.withoutAccount[actorWithoutAccount(act)] : (actor.name ?? words.former);
}

/** An object with a person's name that has none any more is theirs no more; others never had one. */
function objectWords(words: OrganizationMessages['audit'], { act, object }: Entry): string {
  if (object === null) return '';
  if (object.name !== null) return object.name;
  if (act.startsWith('member.')) return words.former;
  return /^(candidate(_invitation)?|attempt)\./.test(act) ? words.erasedCandidate : '';
}

function Row({ entry }: { readonly entry: Entry }) {
  const messages = useMessages();
  const words = useOrganizationMessages().audit;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={styles['act']}>
        {wordsOf(words.acts, entry.act)}
      </Table.Th>
      <Table.Td data-label={words.who}>{actorWords(words, entry)}</Table.Td>
      <Table.Td data-label={words.object}>{objectWords(words, entry)}</Table.Td>
      <Table.Td data-label={words.detail}>
        {entry.detail.map(({ name, value }) => `${wordsOf(words.details, name)}: ${value}`).join(' · ')}
      </Table.Td>
      <Table.Td data-label={words.when}>{messages.dates.dateTime(entry.at)}</Table.Td>
    </Table.Tr>
  );
}

function Entries() {
  const words = useOrganizationMessages().audit;
  const { slug } = useOrganization();
  const [search] = useSearchParams();
  const { data, fetchMore } = usePageQuery(AUDIT, { slug, filter: filterIn(search), first: PAGE });
  const { edges, pageInfo } = data.audit;
  if (edges.length === 0) return <Text>{words.none}</Text>;
  return (
    <Stack>
      <Table className={styles['table'] ?? ''} aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            {[words.act, words.who, words.object, words.detail, words.when].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edges.map(({ node }) => (
            <Row key={node.id} entry={node} />
          ))}
        </Table.Tbody>
      </Table>
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {words.more(PAGE)}
        </Button>
      ) : null}
    </Stack>
  );
}

function Filter() {
  const words = useOrganizationMessages().audit;
  const { slug } = useOrganization();
  const { auditActors } = usePageQuery(ACTORS, { slug }).data;
  const [search, setSearch] = useSearchParams();
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const valueOf = (key: string) => search.get(key) ?? '';
  const people = auditActors.map(({ id, name }) => ({ value: id, label: name ?? words.former }));
  const acts = Object.entries(words.acts).map(([value, label]) => ({ value, label }));
  return (
    <Group align="flex-end" role="search" aria-label={words.filter}>
      <NativeSelect
        label={words.who}
        data={[{ value: '', label: words.anyone }, ...people]}
        value={valueOf('actor')}
        onChange={(event) => set('actor', event.currentTarget.value)}
      />
      <NativeSelect
        label={words.act}
        data={[{ value: '', label: words.anything }, ...acts]}
        value={valueOf('act')}
        onChange={(event) => set('act', event.currentTarget.value)}
      />
      {(['from', 'until'] as const).map((key) => (
        <TextInput
          key={key}
          type="date"
          label={words[key]}
          value={valueOf(key)}
          onChange={(event) => set(key, event.currentTarget.value)}
        />
      ))}
    </Group>
  );
}

function Downloads() {
  const words = useOrganizationMessages().audit;
  const { slug } = useOrganization();
  const [search] = useSearchParams();
  const filter = Object.entries(filterIn(search)).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(filter).toString();
  const address = (format: string) => `/exports/audit.${format}?${new URLSearchParams({ slug }).toString()}&${query}`;
  return (
    <Group gap="sm">
      <Button component="a" variant="default" href={address('csv')} download>
        {words.csv}
      </Button>
      <Button component="a" variant="default" href={address('json')} download>
        {words.json}
      </Button>
    </Group>
  );
}

/** Who did what in the organization, newest first. */
export function AuditPage() {
  const messages = useMessages();
  const words = useOrganizationMessages().audit;
  const trail = [{ name: messages.organization.pages.settings, to: 'settings' }];
  return (
    <OrganizationPageBody title={words.title} trail={trail} action={<Downloads />}>
      <Text maw="var(--ho-measure)">{words.what}</Text>
      <PagePane skeleton={null}>
        <Filter />
      </PagePane>
      <PagePane>
        <Entries />
      </PagePane>
    </OrganizationPageBody>
  );
}
