import { useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import type { Security } from './authenticator-app';
import styles from './passkeys.module.css';
import { type Proof, ProofForm, type ProofOutcome } from './proof-form';
import { REMOVE_PASSKEY } from './security-operations';
import { useAddPasskey } from './use-add-passkey';
import { useRefusals } from './use-refusals';

type Passkey = Security['passkeys'][number];
type RowProps = { readonly passkey: Passkey; readonly hasPassword: boolean; readonly onChanged: () => void };

function Remove({ passkey, hasPassword, onChanged, onClose }: RowProps & { readonly onClose: () => void }) {
  const words = useAccountMessages().security.passkeys;
  const announce = useAnnounce();
  const refusalOf = useRefusals(hasPassword);
  const { act, isRunning, failure } = useAct(REMOVE_PASSKEY);
  const remove = async ({ password }: Proof): Promise<ProofOutcome> => {
    const answer = (await act({ input: { id: passkey.id, password } }))?.removePasskey;
    if (answer?.__typename === 'RemovePasskeySuccess') {
      announce(words.removed(passkey.name));
      onChanged();
    }
    return answer ? refusalOf(answer.__typename) : null;
  };
  const form = { hasPassword, act: words.removeNamed(passkey.name), isRunning, failure };
  return <ProofForm {...form} fields={['password']} onSend={remove} onCancel={onClose} />;
}

function Row({ passkey, ...props }: RowProps) {
  const messages = useMessages();
  const words = useAccountMessages().security.passkeys;
  const [isOpen, setIsOpen] = useState(false);
  const { day } = messages.dates;
  const used = passkey.lastUsedAt === null ? null : day(passkey.lastUsedAt);
  return (
    <li className={styles['row']}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{passkey.name}</Text>
          <Text size="sm">{words.facts(day(passkey.createdAt), used)}</Text>
        </div>
        {isOpen ? null : (
          <Button variant="default" aria-label={words.removeNamed(passkey.name)} onClick={() => setIsOpen(true)}>
            {words.remove}
          </Button>
        )}
      </Group>
      {isOpen ? <Remove {...props} passkey={passkey} onClose={() => setIsOpen(false)} /> : null}
    </li>
  );
}

function Add({ hasPassword, onDone }: { readonly hasPassword: boolean; readonly onDone: () => void }) {
  const words = useAccountMessages().security.passkeys;
  const { add, isRunning, failure } = useAddPasskey(hasPassword, onDone);
  const form = { hasPassword, act: words.add, isRunning, failure };
  return <ProofForm {...form} fields={['name', 'password']} onSend={add} onCancel={onDone} />;
}

function AddOffer({ security, onChanged }: { readonly security: Security; readonly onChanged: () => void }) {
  const words = useAccountMessages().security.passkeys;
  const [isAdding, setIsAdding] = useState(false);
  const done = () => {
    setIsAdding(false);
    onChanged();
  };
  if (!security.canUsePasskeys) return <Text maw="var(--ho-measure)">{words.noHost}</Text>;
  if (typeof window.PublicKeyCredential === 'undefined') return <Text>{words.unsupported}</Text>;
  if (isAdding) return <Add hasPassword={security.hasPassword} onDone={done} />;
  return (
    <Group>
      <Button variant="default" onClick={() => setIsAdding(true)}>
        {words.add}
      </Button>
    </Group>
  );
}

/** The passkeys of the account. */
export function Passkeys({
  security,
  onChanged,
}: {
  readonly security: Security;
  readonly onChanged: () => Promise<unknown>;
}) {
  const words = useAccountMessages().security.passkeys;
  const changed = () => void onChanged();
  return (
    <Stack gap="sm">
      {security.passkeys.length === 0 ? <Text maw="var(--ho-measure)">{words.none}</Text> : null}
      <ul className={styles['list']}>
        {security.passkeys.map((passkey) => (
          <Row key={passkey.id} passkey={passkey} hasPassword={security.hasPassword} onChanged={changed} />
        ))}
      </ul>
      <AddOffer security={security} onChanged={changed} />
    </Stack>
  );
}
