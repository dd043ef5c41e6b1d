import { ActButton, ActError, focusOnArrival, Status, type StatusKind, useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { PublicLinkStatus } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import rows from '../../platform/row-list.module.css';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { CopyButton } from './copy-button';
import { PUBLIC_LINKS, type PublicLink, WITHDRAW_PUBLIC_LINK } from './public-link-operations';
import { PublicLinkForm } from './public-link-form';
import { useZone } from './use-zone';

const KINDS: Readonly<Record<PublicLinkStatus, StatusKind>> = {
  OPEN: 'right',
  NOT_YET_OPEN: 'waiting',
  FULL: 'attention',
  CLOSED: 'notGraded',
  WITHDRAWN: 'notGraded',
};

type RowProps = {
  readonly assessmentId: string;
  readonly link: PublicLink;
  /** The controls of the row, which had the focus, are gone. */
  readonly onWithdrawn: () => void;
};

function Withdraw({ assessmentId, link, name, onWithdrawn }: RowProps & { readonly name: string }) {
  const { publicLinks: words, dialog } = useAssessmentMessages().candidateInvitations;
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(WITHDRAW_PUBLIC_LINK);
  const [state, setState] = useState<'closed' | 'asked' | 'back'>('closed');
  const withdraw = async () => {
    if (!(await act({ input: { assessmentId, publicLinkId: link.id } }))) return;
    announce(words.withdrawn);
    onWithdrawn();
  };
  if (state !== 'asked') {
    return (
      <Button
        variant="subtle"
        color="gray"
        aria-label={words.of(words.withdraw, name)}
        ref={state === 'back' ? focusOnArrival : null}
        onClick={() => setState('asked')}
      >
        {words.withdraw}
      </Button>
    );
  }
  return (
    <Stack gap="sm" role="group" aria-label={words.of(words.withdraw, name)}>
      <Text size="sm">{words.withdrawSure}</Text>
      <Group gap="sm">
        <ActButton variant="default" isRunning={isRunning} ref={focusOnArrival} onClick={() => void withdraw()}>
          {words.withdraw}
        </ActButton>
        <Button variant="subtle" color="gray" onClick={() => setState('back')}>
          {dialog.keep}
        </Button>
      </Group>
      <ActError>{failure}</ActError>
    </Stack>
  );
}

function Row({ assessmentId, link, timeZone, onWithdrawn }: RowProps & { readonly timeZone: string }) {
  const { publicLinks: words, deadline } = useAssessmentMessages().candidateInvitations;
  const { dates } = useMessages();
  const name = words.linkNamed(dates.dateTime(link.createdAt));
  const shown = (time: string | null): string | null => (time === null ? null : deadline(time, timeZone));
  return (
    <li className={rows['row']}>
      <div>
        <Text fw={600}>{words.taken(link.taken, link.cap)}</Text>
        <Group gap="sm">
          <Status kind={KINDS[link.status]} label={words.status[link.status]} />
          <Text size="sm" c="dimmed">
            {words.window(shown(link.opensAt), shown(link.closesAt))}
          </Text>
        </Group>
        <Text size="xs" c="dimmed">
          {name}
        </Text>
      </div>
      {link.withdrawnAt === null ? (
        <Group gap="sm">
          <CopyButton text={link.link} label={words.copy} name={name} />
          <Withdraw assessmentId={assessmentId} link={link} name={name} onWithdrawn={onWithdrawn} />
        </Group>
      ) : null}
    </li>
  );
}

/** Links to the assessment that anyone may use, up to a number of people. */
export function PublicLinks({ assessmentId }: { readonly assessmentId: string }) {
  const words = useAssessmentMessages().candidateInvitations.publicLinks;
  const timeZone = useZone();
  const { data, refetch } = usePageQuery(PUBLIC_LINKS, { assessmentId });
  const [isMaking, setIsMaking] = useState(false);
  /** How often the focus came back to the button. */
  const [returns, setReturns] = useState(0);
  const comeBack = () => setReturns((count) => count + 1);
  const close = () => {
    setIsMaking(false);
    comeBack();
  };
  const made = async () => {
    close();
    await refetch();
  };
  return (
    <Stack component="section" gap="sm" align="stretch" aria-labelledby="public-links">
      <Title order={2} size="h3" id="public-links">
        {words.title}
      </Title>
      <Text maw="var(--ho-measure)">{words.what}</Text>
      {data.publicLinks.length === 0 ? <Text c="dimmed">{words.none}</Text> : null}
      <ul className={rows['list']}>
        {data.publicLinks.map((link) => (
          <Row key={link.id} {...{ assessmentId, link, timeZone }} onWithdrawn={comeBack} />
        ))}
      </ul>
      {isMaking ? (
        <PublicLinkForm assessmentId={assessmentId} timeZone={timeZone} onMade={() => void made()} onClose={close} />
      ) : (
        <Group>
          <Button
            key={returns}
            ref={returns > 0 ? focusOnArrival : null}
            variant="default"
            onClick={() => setIsMaking(true)}
          >
            {words.create}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
