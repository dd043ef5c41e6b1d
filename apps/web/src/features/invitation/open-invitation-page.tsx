import { Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useInvitationMessages } from '../../messages/invitation-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { OPEN_INVITATION } from './invitation-operations';

/** Exchanges the link's token for a cookie, then navigates to a URL without the token. */
function useOpening(): string | null {
  const words = useInvitationMessages();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const { act, failure } = useAct(OPEN_INVITATION);
  const [refusal, setRefusal] = useState<string | null>(null);
  const opened = useRef('');
  const open = async (): Promise<void> => {
    const answer = (await act({ input: { token } }))?.openInvitation;
    if (answer?.__typename === 'OpenInvitationSuccess') await navigate('/join', { replace: true });
    if (answer?.__typename === 'InvitationUnusableProblem') setRefusal(words.unusable[answer.reason]);
  };
  // The API is outside React. A link is opened once, although React may run this effect twice.
  useEffect(() => {
    if (opened.current === token) return;
    opened.current = token;
    void open();
  });
  return refusal ?? failure;
}

export function OpenInvitationPage() {
  const words = useInvitationMessages();
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
