import { Anchor, Code, Group, List, Stack, Tabs, Text, Title } from '@mantine/core';
import { useParams, useSearchParams } from 'react-router';
import { useMailboxMessages } from '../../messages/mailbox-messages';
import { useMessages } from '../../messages/messages';
import { usePageQuery } from '../../platform/use-page-query';
import { FRAME_SANDBOX, frameDocument } from './frame-document';
import { MAILBOX_MESSAGE, type Message } from './mailbox-query';
import styles from './mailbox.module.css';

type Attachment = Message['attachments'][number];

const addressOf = ({ type, text }: Attachment): string => `data:${type},${encodeURIComponent(text)}`;

function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const words = useMailboxMessages();
  if (attachments.length === 0) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{words.attachments}</Text>
      <List size="sm" listStyleType="none">
        {attachments.map((attachment) => (
          <List.Item key={attachment.name}>
            <Anchor href={addressOf(attachment)} download={attachment.name} underline="always" inherit>
              {attachment.name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Group>
  );
}

/** HTML or plain text, as the recipient's program may show either. Which one is in the URL. */
function Views({ message }: { readonly message: Message }) {
  const words = useMailboxMessages();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'text' ? 'text' : 'html';
  const show = (next: string | null) => setSearch(next === 'text' ? { view: 'text' } : {}, { replace: true });
  return (
    <Tabs value={view} onChange={show}>
      <Tabs.List>
        <Tabs.Tab value="html">{words.html}</Tabs.Tab>
        <Tabs.Tab value="text">{words.text}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="html" pt="md">
        <iframe
          className={styles['frame']}
          title={words.frame(message.subject)}
          sandbox={FRAME_SANDBOX}
          srcDoc={frameDocument(message.html)}
        />
      </Tabs.Panel>
      <Tabs.Panel value="text" pt="md">
        <Code block className={styles['plain'] ?? ''}>
          {message.text}
        </Code>
      </Tabs.Panel>
    </Tabs>
  );
}

/** The open message. */
export function MessagePane() {
  const messages = useMessages();
  const words = useMailboxMessages();
  const { id = '' } = useParams();
  const { mailboxMessage: message } = usePageQuery(MAILBOX_MESSAGE, { id }).data;
  if (!message) return <Text>{words.gone}</Text>;
  return (
    <Stack component="article" gap="md" className={styles['message'] ?? ''}>
      <Stack gap={0}>
        <Title order={2} size="h3">
          {message.subject}
        </Title>
        <Text size="sm" c="dimmed">
          {words.to(message.to, messages.dates.dateTime(message.sentAt))}
        </Text>
      </Stack>
      <Attachments attachments={message.attachments} />
      <Views message={message} />
    </Stack>
  );
}
