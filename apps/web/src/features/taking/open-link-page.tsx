import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { OpenInvitationLinkMutation } from '../../generated/operations';
import { type CandidateMessages, useCandidateMessages } from '../../messages/candidate-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { PublicLinkDoor } from './public-link-door';
import { OPEN_LINK, SEND_CODE } from './taking-query';

type Answer = OpenInvitationLinkMutation['openInvitationLink'];
type Refused = Exclude<Answer, { __typename: 'OpenInvitationLinkSuccess' }>;

/** Exchanges the link's token for a session, then goes to an address without the token. */
function useOpening(token: string) {
  const navigate = useNavigate();
  const { act, isRunning, failure } = useAct(OPEN_LINK);
  const [refused, setRefused] = useState<Refused | null>(null);
  const open = async (code: string | null): Promise<void> => {
    const answer = (await act({ input: { token, code } }))?.openInvitationLink;
    if (answer?.__typename === 'OpenInvitationLinkSuccess') await navigate('/i', { replace: true });
    else setRefused(answer ?? null);
  };
  const opened = useRef('');
  // The API is outside React. A link is opened once, although React may run this effect twice.
  useEffect(() => {
    if (opened.current === token) return;
    opened.current = token;
    void open(null);
  });
  return { open, refused, isRunning, failure };
}

type CodeProps = {
  readonly token: string;
  readonly needed: Extract<Refused, { __typename: 'DeviceCodeNeededProblem' }>;
  readonly open: (code: string) => Promise<void>;
  readonly isRunning: boolean;
  readonly failure: string | null;
};

function DeviceCode({ token, needed, open, isRunning, failure }: CodeProps) {
  const words = useCandidateMessages().open;
  const sending = useAct(SEND_CODE);
  const [isSent, setIsSent] = useState(false);
  const [code, setCode] = useState('');
  const send = async () => {
    const answer = (await sending.act({ input: { token } }))?.sendDeviceCode;
    if (answer?.__typename === 'SendDeviceCodeSuccess') setIsSent(true);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void open(code);
  };
  return (
    <Stack>
      <PageHeading title={words.codeTitle} />
      <Text>{words.codeWhat(needed.emailHint)}</Text>
      <Group gap="sm">
        <Button variant={isSent ? 'default' : 'filled'} onClick={() => void send()} loading={sending.isRunning}>
          {isSent ? words.sendAgain : words.send}
        </Button>
      </Group>
      <ActError>{sending.failure}</ActError>
      {isSent || needed.isWrong ? (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm" align="flex-start">
            <Text role="status">{isSent ? words.sent(needed.emailHint) : ''}</Text>
            <TextInput
              label={words.code}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              error={needed.isWrong ? words.wrong : null}
            />
            <ActError>{failure}</ActError>
            <ActButton type="submit" isRunning={isRunning}>
              {words.continue}
            </ActButton>
          </Stack>
        </form>
      ) : null}
    </Stack>
  );
}

function unusableWords(words: CandidateMessages['open'], refused: Refused | null): string | null {
  if (refused?.__typename !== 'LinkUnusableProblem') return null;
  return refused.reason === 'UNKNOWN' ? words.unknown : words.withdrawn(refused.contact);
}

/** `/i/:token`: opening it shows at once what the link is good for. */
export function OpenLinkPage() {
  const words = useCandidateMessages().open;
  const { token = '' } = useParams();
  const { open, refused, isRunning, failure } = useOpening(token);
  if (refused?.__typename === 'DeviceCodeNeededProblem') {
    return (
      <PageBody width="reading">
        <DeviceCode token={token} needed={refused} open={open} isRunning={isRunning} failure={failure} />
      </PageBody>
    );
  }
  if (refused?.__typename === 'PublicLinkProblem') {
    return (
      <PageBody width="reading">
        <PublicLinkDoor token={token} link={refused} />
      </PageBody>
    );
  }
  return (
    <PageBody width="reading">
      <Stack>
        <PageHeading title={words.title} />
        <Text role="status">{unusableWords(words, refused) ?? failure ?? words.opening}</Text>
      </Stack>
    </PageBody>
  );
}
