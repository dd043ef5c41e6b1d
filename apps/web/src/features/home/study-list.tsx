import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { type HomeMessages, useHomeMessages } from '../../messages/home-messages';
import styles from './home.module.css';
import type { Proposal } from './skills-to-study';

function reasonOf(words: HomeMessages, proposal: Proposal): string {
  switch (proposal.why) {
    case 'lowest': {
      const { estimate, low, high } = proposal.band;
      return words.lowest(Math.round(estimate), Math.round(low), Math.round(high), proposal.n);
    }
    case 'few':
      return words.few(proposal.n);
    case 'untouched':
      return words.untouched(proposal.questionCount);
  }
}

/** Skills to study next, each with the reason. */
export function StudyList({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const words = useHomeMessages();
  if (proposals.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{words.study}</Title>
      <ul className={styles['rows']}>
        {proposals.map((proposal) => (
          <li key={proposal.skill.id} className={styles['row']}>
            <Anchor component={Link} to={`/questions?skill=${encodeURIComponent(proposal.skill.id)}`}>
              {proposal.skill.name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {reasonOf(words, proposal)}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
