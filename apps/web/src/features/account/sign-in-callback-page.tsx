import { useApolloClient } from '@apollo/client/react';
import { ActError } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { FinishSingleSignOnMutation } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { codeStepAddress, returnAddress, signInAddress } from '../../platform/return-address';
import { useAct } from '../../platform/use-act';
import { singleSignOnFrom } from '../../platform/use-single-sign-on';
import { refetchForViewer } from '../../platform/viewer';
import { FINISH_SINGLE_SIGN_ON } from './sign-in-operations';

type Answer = FinishSingleSignOnMutation['finishSingleSignOn'];

function useFinish() {
  const { faults } = useAccountMessages().signInSteps;
  const client = useApolloClient();
  const navigate = useNavigate();
  const { act, failure } = useAct(FINISH_SINGLE_SIGN_ON);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settle = async (answer: Answer): Promise<void> => {
    switch (answer.__typename) {
      case 'FinishSingleSignOnSuccess':
        await navigate(returnAddress(new URLSearchParams({ from: answer.from })), { replace: true });
        await refetchForViewer(client);
        break;
      case 'SecondFactorNeededProblem':
        await navigate(codeStepAddress(singleSignOnFrom()), { replace: true });
        break;
      case 'SingleSignOnRefusedProblem':
        setRefusal(faults[answer.reason]);
        break;
    }
  };
  const finish = async (parameters: string): Promise<void> => {
    const data = await act({ input: { parameters } });
    if (data) await settle(data.finishSingleSignOn);
  };
  return { finish, failure: refusal ?? failure };
}

/** Where the identity provider sends the browser back to. The answer leaves the address bar at once. */
export function SignInCallbackPage() {
  const messages = useMessages();
  const words = useAccountMessages().signInSteps.callback;
  const { search } = useLocation();
  const { finish, failure } = useFinish();
  const isSent = useRef(false);
  // The server is outside React, and the answer of a provider may be sent once.
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    window.history.replaceState(window.history.state, '', '/sign-in/callback');
    void finish(search);
  });
  return (
    <PageBody width="reading">
      <Stack gap="lg" maw="var(--ho-form)" align="flex-start">
        <PageHeading title={messages.account.signIn.title} />
        {failure === null ? <Text role="status">{words.opening}</Text> : null}
        <ActError>{failure}</ActError>
        {failure === null ? null : (
          <Button component={Link} to={signInAddress(singleSignOnFrom())}>
            {words.again}
          </Button>
        )}
      </Stack>
    </PageBody>
  );
}
