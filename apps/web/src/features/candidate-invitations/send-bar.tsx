import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './send-bar.module.css';
import { downloadCsv } from './download-csv';
import { issuesOf, type Shown } from './invite-list';
import type { OfferState } from './offer-fields';
import { issueWordsOf } from './person-issue-words';
import type { Sending } from './use-sending';

type Props = { readonly shown: readonly Shown[]; readonly sending: Sending; readonly offer: OfferState };

function DownloadToFix({ toFix }: { readonly toFix: readonly Shown[] }) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  if (toFix.length === 0) return null;
  const download = () =>
    downloadCsv('to-fix.csv', [
      ['name', 'e-mail', 'extra time', 'breaks', 'to fix'],
      ...toFix.map(({ row }) => [
        ...[row.person.name, row.person.email, row.person.extraTime, row.person.breakMinutes],
        issuesOf(row)
          .map((issue) => issueWordsOf(words, row.person, issue))
          .join(' '),
      ]),
    ]);
  return (
    <Button variant="default" onClick={() => void download()}>
      {words.downloadToFix(toFix.length)}
    </Button>
  );
}

function Running({ shown, sending }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const done = shown.filter(({ state }) => state === 'sent').length;
  const all = done + shown.filter(({ state }) => state === 'ready').length;
  return (
    <Stack gap="sm">
      <Text role="status">{words.progress(done, all)}</Text>
      <Progress value={all === 0 ? 0 : (done / all) * 100} aria-label={words.sending} />
      <Group>
        <Button variant="default" onClick={sending.stop}>
          {words.stop}
        </Button>
      </Group>
    </Stack>
  );
}

function useSend({ shown, sending, offer }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const [refusal, setRefusal] = useState<string | null>(null);
  const ready = shown.filter(({ state }) => state === 'ready').length;
  const send = () => {
    const read = offer.read();
    setRefusal(ready === 0 ? words.nobody : null);
    if (read !== null && ready > 0) void sending.send(read);
  };
  return { ready, send, failure: refusal ?? sending.failure };
}

/** Sends the list, says how far it is, and goes on after an interruption. */
export function SendBar(props: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const { shown, sending, offer } = props;
  const { ready, send, failure } = useSend(props);
  const { phase } = sending;
  const first = offer.byLink ? words.make(ready) : words.send(ready);
  const isHalf = phase === 'stopped' || phase === 'interrupted';
  return (
    <div className={styles['bar']}>
      {phase === 'sending' ? (
        <Running {...props} />
      ) : (
        <Stack gap="sm">
          {phase === 'stopped' ? <Text role="status">{words.stopped(ready)}</Text> : null}
          {phase === 'interrupted' ? <Text role="status">{words.interrupted(ready)}</Text> : null}
          <ActError>{failure}</ActError>
          <Group gap="sm">
            <ActButton isRunning={false} onClick={send}>
              {isHalf ? words.sendRest(ready) : first}
            </ActButton>
            <DownloadToFix toFix={shown.filter(({ state }) => state === 'toFix')} />
          </Group>
        </Stack>
      )}
    </div>
  );
}
