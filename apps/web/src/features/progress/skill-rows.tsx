import { Band } from '@holdout/ui';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ProgressPageQuery } from '../../generated/operations';
import { useProgressMessages } from '../../messages/progress-messages';
import styles from './skill-rows.module.css';

const ENOUGH_ITEMS = 5;

type SkillProgress = ProgressPageQuery['progress']['skills'][number];

function Estimate({ progress }: { readonly progress: SkillProgress }) {
  const words = useProgressMessages();
  if (progress.band) return <Band label={progress.skill.name} values={progress.band} />;
  return (
    <Text size="sm" c="dimmed">
      {words.notEnough}
    </Text>
  );
}

/** One row per skill: its name, the number of items, and the estimate with its error. */
export function SkillRows({ skills }: { readonly skills: readonly SkillProgress[] }) {
  const words = useProgressMessages();
  return (
    <ul className={styles['rows']}>
      {skills.map((progress) => (
        <li key={progress.skill.id} className={styles['row']}>
          <div>
            <Text fw={600} size="sm">
              {progress.skill.name}
            </Text>
            <Text size="xs" c="dimmed">
              {progress.band ? words.items(progress.n) : words.notEnoughWhy(progress.n, ENOUGH_ITEMS)}
            </Text>
          </div>
          <Estimate progress={progress} />
          <Anchor
            component={Link}
            to={`/questions?skill=${encodeURIComponent(progress.skill.id)}`}
            size="sm"
            aria-label={words.practise(progress.skill.name)}
          >
            {words.practiseShort}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
