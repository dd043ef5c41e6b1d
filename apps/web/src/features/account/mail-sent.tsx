import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useAccountMessages } from '../../messages/account-messages';
import { useInstallation } from '../../platform/installation';
import { PageHeading } from '../../platform/page-heading';

type Props = { readonly children: string; readonly onAgain: () => void };

/** After a mail was sent. Says the same whether or not the address has an account. */
export function MailSent({ children, onAgain }: Props) {
  const words = useAccountMessages().accountLinks.sent;
  const installation = useInstallation();
  return (
    <Stack gap="md" align="flex-start">
      <PageHeading key={words.title} title={words.title} isFocused />
      <Text role="status">{children}</Text>
      {installation?.hasMailbox ? (
        <Text>
          <span>{words.local}</span>{' '}
          <Anchor href="/dev/mail" underline="always">
            {words.mailbox}
          </Anchor>
        </Text>
      ) : null}
      {installation?.hasMailbox === false ? <Text size="sm">{words.spam}</Text> : null}
      <Button variant="default" onClick={onAgain}>
        {words.again}
      </Button>
    </Stack>
  );
}
