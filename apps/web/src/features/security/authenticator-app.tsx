import { Status, useAnnounce } from '@holdout/ui';
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { SignInSecurityQuery } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { type Proof, ProofForm, type ProofOutcome } from './proof-form';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';
import { CONFIRM_TOTP, MAKE_RECOVERY_CODES, PROPOSE_TOTP, TURN_OFF_TOTP } from './security-operations';
import { useRefusals } from './use-refusals';

export type Security = SignInSecurityQuery['signInSecurity'];
type Props = { readonly security: Security; readonly onChanged: () => Promise<unknown> };

function useSetUp(hasPassword: boolean) {
  const words = useAccountMessages().security.form;
  const refusalOf = useRefusals(hasPassword);
  const proposing = useAct(PROPOSE_TOTP);
  const confirming = useAct(CONFIRM_TOTP);
  const [proposal, setProposal] = useState<{ readonly secret: string; readonly address: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const propose = async ({ password }: Proof): Promise<ProofOutcome> => {
    const answer = (await proposing.act({ input: { password } }))?.proposeTotp;
    if (answer?.__typename === 'ProposeTotpSuccess') setProposal(answer);
    if (answer?.__typename === 'TotpAlreadyOnProblem') return words.alreadyOn;
    return answer ? refusalOf(answer.__typename) : null;
  };
  const confirm = async ({ newCode: code }: Proof): Promise<ProofOutcome> => {
    const answer = (await confirming.act({ input: { code } }))?.confirmTotp;
    if (answer?.__typename === 'ConfirmTotpSuccess') setCodes(answer.recoveryCodes);
    return answer ? refusalOf(answer.__typename) : null;
  };
  return { proposing, confirming, proposal, codes, propose, confirm };
}

/** Password, QR code with a first code, recovery codes. */
function SetUp({ security, onDone }: { readonly security: Security; readonly onDone: () => void }) {
  const words = useAccountMessages().security.app;
  const { hasPassword } = security;
  const { proposing, confirming, proposal, codes, propose, confirm } = useSetUp(hasPassword);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (proposal === null) {
    const form = { hasPassword, act: words.setUp, isRunning: proposing.isRunning, failure: proposing.failure };
    return <ProofForm key="propose" {...form} fields={['password']} onSend={propose} onCancel={onDone} />;
  }
  const form = { hasPassword, act: words.confirm, isRunning: confirming.isRunning, failure: confirming.failure };
  return (
    <Stack gap="sm">
      <Text maw="var(--ho-measure)">{words.scan}</Text>
      <QrCode text={proposal.address} label={words.qr} />
      <Text size="sm">
        <span>{words.secret}</span> <Code>{proposal.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
      <Text size="sm">{words.others}</Text>
      <ProofForm key="confirm" {...form} fields={['newCode']} onSend={confirm} onCancel={onDone} />
    </Stack>
  );
}

function TurnOff({ security, onDone }: { readonly security: Security; readonly onDone: () => void }) {
  const words = useAccountMessages().security.app;
  const announce = useAnnounce();
  const refusalOf = useRefusals(security.hasPassword);
  const { act, isRunning, failure } = useAct(TURN_OFF_TOTP);
  const send = async ({ password, code }: Proof): Promise<ProofOutcome> => {
    const answer = (await act({ input: { password, code } }))?.turnOffTotp;
    if (answer?.__typename === 'TurnOffTotpSuccess') {
      announce(words.turnedOff);
      onDone();
    }
    return answer ? refusalOf(answer.__typename) : null;
  };
  const form = { hasPassword: security.hasPassword, act: words.turnOff, isRunning, failure };
  return <ProofForm {...form} fields={['password', 'code']} onSend={send} onCancel={onDone} />;
}

function NewCodes({ security, onDone }: { readonly security: Security; readonly onDone: () => void }) {
  const words = useAccountMessages().security.codes;
  const refusalOf = useRefusals(security.hasPassword);
  const { act, isRunning, failure } = useAct(MAKE_RECOVERY_CODES);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const send = async ({ password, code }: Proof): Promise<ProofOutcome> => {
    const answer = (await act({ input: { password, code } }))?.makeRecoveryCodes;
    if (answer?.__typename === 'MakeRecoveryCodesSuccess') setCodes(answer.recoveryCodes);
    return answer ? refusalOf(answer.__typename) : null;
  };
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  const form = { hasPassword: security.hasPassword, act: words.renew, isRunning, failure };
  return <ProofForm {...form} fields={['password', 'code']} onSend={send} onCancel={onDone} />;
}

type Opened = 'setUp' | 'turnOff' | 'newCodes' | null;

/** The authenticator app of the account with its recovery codes. */
export function AuthenticatorApp({ security, onChanged }: Props) {
  const messages = useMessages();
  const { app, codes } = useAccountMessages().security;
  const [opened, setOpened] = useState<Opened>(null);
  const done = () => {
    setOpened(null);
    void onChanged();
  };
  if (opened === 'setUp') return <SetUp security={security} onDone={done} />;
  if (opened === 'turnOff') return <TurnOff security={security} onDone={done} />;
  if (opened === 'newCodes') return <NewCodes security={security} onDone={done} />;
  if (security.totpSince === null) {
    return (
      <Stack gap="sm" align="flex-start">
        <Text maw="var(--ho-measure)">{app.off}</Text>
        <Button onClick={() => setOpened('setUp')}>{app.setUp}</Button>
      </Stack>
    );
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Status kind="right" label={app.on(messages.dates.day(security.totpSince))} />
      <Text>{codes.left(security.recoveryCodesLeft)}</Text>
      <Group>
        <Button variant="default" onClick={() => setOpened('newCodes')}>
          {codes.renew}
        </Button>
        <Button variant="default" onClick={() => setOpened('turnOff')}>
          {app.turnOff}
        </Button>
      </Group>
    </Stack>
  );
}
