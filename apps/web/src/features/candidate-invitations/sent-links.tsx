import { useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import rows from '../../platform/row-list.module.css';
import { CopyButton } from './copy-button';
import { downloadCsv } from './download-csv';
import type { Row } from './invite-list';
import { MoreRows } from './more-rows';

const SHOWN = 50;

/** The links that are to be passed on: one by one, all copied, or as a file. */
export function SentLinks({ sent }: { readonly sent: readonly Row[] }) {
  const { inviting: words, publicLinks } = useAssessmentMessages().candidateInvitations;
  const announce = useAnnounce();
  const [most, setMost] = useState(SHOWN);
  const links = sent.flatMap(({ person, sent: made }) => (made?.link ? [{ person, link: made.link }] : []));
  if (links.length === 0) return null;
  const copyAll = async () => {
    try {
      await navigator.clipboard.writeText(links.map(({ link }) => link).join('\n'));
      announce(words.copied);
    } catch {
      announce(words.notCopied);
    }
  };
  const download = () =>
    downloadCsv('links.csv', [
      ['name', 'e-mail', 'link'],
      ...links.map(({ person, link }) => [person.name, person.email, link]),
    ]);
  const hidden = links.length - most;
  return (
    <Stack component="section" gap="sm">
      <Title order={3} size="h4">
        {words.links}
      </Title>
      <Group gap="sm">
        <Button variant="default" onClick={() => void copyAll()}>
          {words.copyAll}
        </Button>
        <Button variant="default" onClick={() => void download()}>
          {words.downloadLinks}
        </Button>
      </Group>
      <ul className={rows['list']}>
        {links.slice(0, most).map(({ person, link }) => (
          <li key={link} className={rows['row']}>
            <Text>{person.email}</Text>
            <CopyButton text={link} label={publicLinks.copy} name={words.linkOf(person.email)} />
          </li>
        ))}
      </ul>
      <MoreRows hidden={hidden} step={SHOWN} onMore={() => setMost(most + SHOWN)} />
    </Stack>
  );
}
