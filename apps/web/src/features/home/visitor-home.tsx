import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HomeQuery } from '../../generated/operations';
import { useHomeMessages } from '../../messages/home-messages';
import { PageHeading } from '../../platform/page-heading';
import styles from './home.module.css';

function Doors({ questionCount }: { readonly questionCount: number }) {
  const { practise, build } = useHomeMessages();
  return (
    <div className={styles['doors']}>
      <Stack component="section" gap="sm" align="flex-start">
        <Title order={2}>{practise.title}</Title>
        <Text>{practise.detail(questionCount)}</Text>
        <Button component={Link} to="/questions" variant="default">
          {practise.act}
        </Button>
      </Stack>
      <Stack component="section" gap="sm" align="flex-start">
        <Title order={2}>{build.title}</Title>
        <Text>{build.detail}</Text>
        <Button component={Link} to="/sign-in" variant="default">
          {build.act}
        </Button>
      </Stack>
    </div>
  );
}

type Props = {
  readonly data: HomeQuery;
  /** The live question, rendered by another feature. */
  readonly children: ReactNode;
};

/** Home for visitors: introduction, one live question and two links. */
export function VisitorHome({ data, children }: Props) {
  const words = useHomeMessages();
  return (
    <Stack gap="xl">
      <Stack gap="md">
        <PageHeading title={words.title}>{words.promise}</PageHeading>
        <Text maw="var(--ho-measure)">{words.what}</Text>
      </Stack>
      {children}
      <Doors questionCount={data.all.totalCount} />
    </Stack>
  );
}
