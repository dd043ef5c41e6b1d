import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Anchor, Button, Group, Input, Stack, Text, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import type { InviteMembersMutation, MemberRole } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { onAnswer } from '../../platform/on-answer';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { CopyLink } from './copy-link';
import { sortIssues, splitAddresses } from './invite-input';
import { INVITE_MEMBERS } from './members-operations';
import styles from './members.module.css';
import { RoleBoxes } from './role-boxes';

type Invited = Extract<InviteMembersMutation['inviteMembers'], { __typename: 'InviteMembersSuccess' }>;

function useInviting() {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const form = useFormErrors('invite');
  const { act, isRunning, failure } = useAct(INVITE_MEMBERS);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const invite = async (text: string, roles: readonly MemberRole[]) => {
    setRefusal(null);
    const emails = splitAddresses(text);
    const answer = (await act({ input: { slug, emails, roles: [...roles] } }))?.inviteMembers;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => {
        const { wrong, others } = sortIssues(issues);
        form.show(others);
        if (wrong.length > 0) setRefusal(words.wrongAddresses(wrong));
      },
      TooManyInvitationsProblem: ({ remaining }) => setRefusal(words.tooMany(remaining)),
      InviteMembersSuccess: setInvited,
    });
  };
  return { form, invite, invited, isRunning, failure: refusal ?? failure, again: () => setInvited(null) };
}

/** What became of each address, with the links where no mail was sent. */
function Outcome({ invited, onAgain }: { readonly invited: Invited; readonly onAgain: () => void }) {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const isByLink = invited.invitations.some(({ link }) => link !== null);
  return (
    <Stack align="flex-start">
      <Text role="status">{words.invited(invited.invitations.length, isByLink)}</Text>
      {isByLink ? (
        <ul className={styles['list']}>
          {invited.invitations.map(({ id, email, link }) => (
            <li key={id} className={styles['row']}>
              <Text>{email}</Text>
              {link === null ? null : <CopyLink link={link} email={email} />}
            </li>
          ))}
        </ul>
      ) : null}
      {invited.skipped.map(({ email, reason }) => (
        <Text key={email}>{words.skipped[reason](email)}</Text>
      ))}
      <Group gap="sm">
        <Button component={Link} to={`/o/${slug}/settings/members`}>
          {words.toMembers}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {words.inviteMore}
        </Button>
      </Group>
    </Stack>
  );
}

function InviteForm({ inviting }: { readonly inviting: ReturnType<typeof useInviting> }) {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const { form, invite, isRunning, failure } = inviting;
  const [text, setText] = useState('');
  const [roles, setRoles] = useState<readonly MemberRole[]>([]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.clear();
    void invite(text, roles);
  };
  const { error, id } = form.propsOf('roles');
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-measure)">
        <FormErrors errors={form.errors} />
        <Textarea
          {...form.propsOf('emails')}
          label={words.addresses}
          description={words.addressesHow}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Input.Wrapper label={words.roles} labelElement="div" description={words.rolesHow} error={error}>
          <RoleBoxes id={id} label={words.roles} roles={roles} onChange={setRoles} error={error} />
        </Input.Wrapper>
        <ActError>{failure}</ActError>
        <Group gap="md">
          <ActButton type="submit" isRunning={isRunning}>
            {words.send}
          </ActButton>
          <Anchor component={Link} to={`/o/${slug}/settings/members`}>
            {words.cancel}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}

/** Inviting people to become members. */
export function InvitePage() {
  const messages = useMessages();
  const words = useOrganizationMessages().members;
  const inviting = useInviting();
  const trail = [
    { name: messages.organization.pages.settings, to: 'settings' },
    { name: words.title, to: 'settings/members' },
  ];
  return (
    <OrganizationPageBody title={words.invite} trail={trail} width="reading">
      {inviting.invited ? (
        <Outcome invited={inviting.invited} onAgain={inviting.again} />
      ) : (
        <InviteForm inviting={inviting} />
      )}
    </OrganizationPageBody>
  );
}
