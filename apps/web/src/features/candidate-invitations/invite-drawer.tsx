import { ActError, Status, UndoToast, useAnnounce } from '@holdout/ui';
import { Anchor, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { useOrganization } from '../../platform/organization/organization-context';
import styles from './invite-drawer.module.css';
import { addPeople, EMPTY_LIST, type Row, type RowState, type Shown, shownRows } from './invite-list';
import { OfferFields, useOffer } from './offer-fields';
import { PeopleInput } from './people-input';
import { PeopleTable } from './people-table';
import { SendBar } from './send-bar';
import { SentLinks } from './sent-links';
import { type InviteListState, useInviteList } from './use-invite-list';
import { type Sending, useSending } from './use-sending';

const STATES: readonly RowState[] = ['toFix', 'checking', 'ready', 'sent', 'invited', 'taken', 'repeated'];

function Counts({ shown }: { readonly shown: readonly Shown[] }) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const counts = Map.groupBy(shown, ({ state }) => state);
  const texts = STATES.flatMap((state) => {
    const count = counts.get(state)?.length ?? 0;
    return count === 0 ? [] : words[state](count);
  });
  return <Text role="status">{texts.join(' · ')}</Text>;
}

/** An archived assessment, or one that is not published, invites nobody yet. */
function Notice() {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const { slug } = useOrganization();
  const { id, versions, archivedAt } = useAssessment();
  const [latest] = versions;
  if (archivedAt !== null) return <Status kind="attention" label={words.archived} />;
  if (latest?.isReady) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Status kind="attention" label={latest ? words.onItsWay : words.notPublished} />
      <Anchor component={Link} to={`/o/${slug}/assessments/${id}/publish`}>
        {words.toPublish}
      </Anchor>
    </Stack>
  );
}

type PeopleProps = {
  readonly people: InviteListState;
  readonly shown: readonly Shown[];
  readonly isFixed: boolean;
};

function People({ people, shown, isFixed }: PeopleProps) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  if (shown.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Group justify="space-between">
        <Title order={3} size="h4">
          {words.people}
        </Title>
        {isFixed ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => people.change((now) => ({ ...EMPTY_LIST, nextKey: now.nextKey }))}
          >
            {words.clear}
          </Button>
        )}
      </Group>
      <Counts shown={shown} />
      {people.failure === null ? null : (
        <Group gap="sm">
          <ActError>{`${words.checkFailed} ${people.failure}`}</ActError>
          <Button variant="default" onClick={() => void people.check()}>
            {words.checkAgain}
          </Button>
        </Group>
      )}
      <PeopleTable shown={shown} onTop={people.list.onTop} isFixed={isFixed} onChange={people.change} />
      <Text size="xs" c="dimmed">
        {words.allowanceHow}
      </Text>
    </Stack>
  );
}

type UndoProps = { readonly sending: Sending; readonly count: number; readonly isByLink: boolean };

/**
 * For ten seconds after the last part: mails have not left, and withdrawing makes the list what it was. It is in the drawer,
 * which keeps the focus.
 */
function Undo({ sending, count, isByLink }: UndoProps) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const announce = useAnnounce();
  if (!sending.mayUndo) return null;
  const undo = async () => {
    const undone = await sending.undo();
    if (undone !== null) announce(words.undone(undone));
  };
  return (
    <div className={styles['inPlace']}>
      <UndoToast
        words={isByLink ? words.doneLinks(count) : words.done(count)}
        onUndo={() => void undo()}
        onClose={sending.keep}
      />
    </div>
  );
}

type DoneProps = {
  readonly sending: Sending;
  readonly sent: readonly Row[];
  readonly isByLink: boolean;
  readonly onClose: () => void;
};

/** What was sent, with the links to pass on. */
function Done({ sending, sent, isByLink, onClose }: DoneProps) {
  const { inviting: words, dialog } = useAssessmentMessages().candidateInvitations;
  return (
    <>
      {sending.mayUndo ? null : (
        <Text role="status">{isByLink ? words.doneLinks(sent.length) : words.done(sent.length)}</Text>
      )}
      <Group>
        <Button onClick={onClose}>{dialog.close}</Button>
        <Button variant="default" onClick={sending.begin}>
          {words.another}
        </Button>
      </Group>
      <SentLinks sent={sent} />
    </>
  );
}

type Props = {
  readonly isOpen: boolean;
  readonly timeZone: string;
  readonly onSent: () => void;
  readonly onClose: () => void;
};

/** Invites one person, a pasted list or a file: each line is checked and can be corrected before anything is sent. */
export function InviteDrawer({ isOpen, timeZone, onSent, onClose }: Props) {
  const { inviting: words, dialog } = useAssessmentMessages().candidateInvitations;
  const { id: assessmentId } = useAssessment();
  const offer = useOffer(timeZone);
  const people = useInviteList(assessmentId);
  const sending = useSending({ assessmentId, people, onSent, onIssues: offer.onIssues });
  const { mayRetake } = offer.written;
  const shown = useMemo(() => shownRows(people.list, mayRetake), [people.list, mayRetake]);
  const sent = shown.filter(({ state }) => state === 'sent').map(({ row }) => row);
  const isDone = sending.phase === 'done';
  const isFixed = isDone || sending.phase === 'sending';
  const close = () => {
    if (isDone) sending.begin();
    onClose();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size="var(--ho-page)"
      title={words.title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': dialog.close }}
    >
      <Stack>
        <Notice />
        {isFixed ? null : (
          <PeopleInput
            count={people.list.rows.length}
            onPeople={(added) => people.change((now) => addPeople(now, added))}
          />
        )}
        <Undo sending={sending} count={sent.length} isByLink={offer.byLink} />
        {isDone ? <Done sending={sending} sent={sent} isByLink={offer.byLink} onClose={close} /> : null}
        <People people={people} shown={shown} isFixed={isFixed} />
        {isFixed ? null : <OfferFields offer={offer} timeZone={timeZone} />}
        {isDone ? null : <SendBar shown={shown} sending={sending} offer={offer} />}
      </Stack>
    </Drawer>
  );
}
