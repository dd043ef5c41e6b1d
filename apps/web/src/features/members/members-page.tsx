import { useApolloClient } from '@apollo/client/react';
import { UndoToast, useAnnounce } from '@holdout/ui';
import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { MemberRole } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { PagePane } from '../../platform/page-pane';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { refetchForViewer } from '../../platform/viewer';
import { InvitationList } from './invitation-list';
import { MemberRow } from './member-row';
import { CHANGE_ROLES, MEMBERS } from './members-operations';
import styles from './members.module.css';
import type { ShownMember } from './use-role-change';

const PAGE = 50;

type Change = { readonly member: ShownMember; readonly roles: readonly MemberRole[] };

/** Puts the earlier roles back, by the same act as any other change. */
function Undo({ change, onDone }: { readonly change: Change; readonly onDone: () => void }) {
  const messages = useMessages();
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const { act } = useAct(CHANGE_ROLES);
  const { member, roles } = change;
  const undo = async () => {
    await act({ input: { slug, memberId: member.id, roles: [...member.roles] } });
    onDone();
  };
  const names = roles.map((role) => messages.names.roles[role]);
  return (
    <UndoToast
      key={member.id + roles.join()}
      words={words.changed(member.displayName, names)}
      onUndo={() => void undo()}
      onClose={onDone}
    />
  );
}

function useMembers() {
  const { slug } = useOrganization();
  const [search] = useSearchParams();
  const variables = { slug, search: search.get('q') ?? '', first: PAGE };
  const { data, fetchMore, refetch } = usePageQuery(MEMBERS, variables);
  const more = (): void => {
    void fetchMore({ variables: { after: data.members.pageInfo.endCursor } });
  };
  return { data, more, refetch: () => refetch({ after: null }) };
}

function Members() {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { data, more, refetch } = useMembers();
  const [change, setChange] = useState<Change | null>(null);
  const changed = async (member: ShownMember, roles: readonly MemberRole[]) => {
    if (member.isViewer && !roles.includes('ADMIN')) {
      await navigate(`/o/${slug}`);
      await refetchForViewer(client);
      return;
    }
    setChange({ member, roles });
    await refetch();
  };
  const removed = async (member: ShownMember) => {
    announce(words.removed(member.displayName));
    await refetch();
  };
  return (
    <Stack gap="lg">
      <ul className={styles['list']}>
        {data.members.edges.map(({ node }) => (
          <MemberRow
            key={node.id}
            member={node}
            onChanged={(...args) => void changed(...args)}
            onRemoved={(member) => void removed(member)}
          />
        ))}
      </ul>
      {data.members.edges.length === 0 ? <Text>{words.nobody}</Text> : null}
      {data.members.pageInfo.hasNextPage ? (
        <Button variant="default" onClick={more}>
          {words.more(PAGE)}
        </Button>
      ) : null}
      <Stack component="section" gap="sm" aria-labelledby="invitations">
        <Title order={2} id="invitations">
          {words.waiting(data.memberInvitations.length)}
        </Title>
        <InvitationList invitations={data.memberInvitations} onChanged={() => void refetch()} />
      </Stack>
      {change ? (
        <Undo
          change={change}
          onDone={() => {
            setChange(null);
            void refetch();
          }}
        />
      ) : null}
    </Stack>
  );
}

function Search() {
  const words = useOrganizationMessages().members;
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get('q') ?? '');
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(typed.trim() === '' ? {} : { q: typed.trim() });
      }}
    >
      <TextInput
        type="search"
        maw="var(--ho-form)"
        label={words.search}
        description={words.searchHow}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}

/** Members of an organization with their roles, and the invitations that wait. */
export function MembersPage() {
  const messages = useMessages();
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const trail = [{ name: messages.organization.pages.settings, to: 'settings' }];
  const invite = (
    <Button component={Link} to={`/o/${slug}/settings/members/invite`}>
      {words.invite}
    </Button>
  );
  return (
    <OrganizationPageBody title={words.title} trail={trail} action={invite}>
      <Text maw="var(--ho-measure)">{words.rules}</Text>
      <Search />
      <PagePane>
        <Members />
      </PagePane>
    </OrganizationPageBody>
  );
}
