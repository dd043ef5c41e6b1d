import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useAccountMessages } from '../../messages/account-messages';
import styles from './recovery-codes.module.css';

/** Shown once after they were made. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const words = useAccountMessages().security.codes;
  const text = `${codes.join('\n')}\n`;
  return (
    <Stack gap="sm">
      <Text role="status">{words.once}</Text>
      <ul className={styles['codes']} aria-label={words.list}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.file}
        >
          {words.download}
        </Button>
        <Button onClick={onDone}>{words.done}</Button>
      </Group>
    </Stack>
  );
}
