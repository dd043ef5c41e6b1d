import { focusOnArrival } from '@holdout/ui';
import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useOrganizationMessages } from '../../messages/organization-messages';
import styles from './api-tokens.module.css';

type Props = { readonly token: string; readonly onDone: () => void };

/** A token that was just made. It is in this page's memory only, and gone with the page. */
export function NewToken({ token, onDone }: Props) {
  const words = useOrganizationMessages().apiTokens.made;
  return (
    <Stack component="section" gap="sm" maw="var(--ho-measure)">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text role="status">{words.detail}</Text>
      <TextInput
        label={words.label}
        readOnly
        value={token}
        ref={focusOnArrival}
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ input: styles['token'] ?? '' }}
      />
      <Group gap="sm">
        <CopyButton value={token}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onDone}>
          {words.done}
        </Button>
      </Group>
    </Stack>
  );
}
