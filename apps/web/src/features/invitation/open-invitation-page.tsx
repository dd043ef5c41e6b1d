import { Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { OPEN_INVITATION } from './invitation-operations';

/** Exchanges the token of the link for a cookie, and goes to an address that does not carry it. */
function useOpening(): string | null {
  const words = useMessages().invitation;
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const { act, failure } = useAct(OPEN_INVITATION);
  const [refusal, setRefusal] = useState<string | null>(null);
  const opened = useRef('');
  const open = async (): Promise<void> => {
    const answer = (await act({ input: { token } }))?.openInvitation;
    if (answer?.__typename === 'OpenInvitationSuccess') await navigate('/i', { replace: true });
    if (answer?.__typename === 'InvitationUnusableProblem') setRefusal(words.unusable[answer.reason]);
  };
  // The API is outside React; a link is opened once, though React may run this twice.
  useEffect(() => {
    if (opened.current === token) return;
    opened.current = token;
    void open();
  });
  return refusal ?? failure;
}

export function OpenInvitationPage() {
  const words = useMessages().invitation;
  const refusal = useOpening();
  return (
    <PageBody width="reading">
      <Stack>
        <PageHeading title={words.title} />
        <Text role="status">{refusal ?? words.opening}</Text>
      </Stack>
    </PageBody>
  );
}
