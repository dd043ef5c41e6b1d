import { DRAFT_LIMITS, type PoolEntry, type QuestionFacts } from '@holdout/assessment';
import { useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import rows from '../../platform/row-list.module.css';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { QuestionLine } from './question-line';
import { kindView } from '../../platform/assessment/draft-view';

/** More are not drawn on the page: a rule that finds them is too wide to look through. */
const MOST_SHOWN = 100;

type RowProps = { readonly id: string; readonly pool: PoolEntry; readonly isExcluded: boolean };

function useFacts(id: string): string {
  const words = useAssessmentMessages().builder.draft;
  const { kinds } = useMessages().names;
  const question: QuestionFacts | null = useBuilder().bank.find(id);
  if (question === null) return '';
  const { kind, level, minutes } = question;
  return [kinds[kindView(kind)], words.level(level), words.minutesOf(minutes)].join(' · ');
}

/** One question of a pool: its preview, and leaving it out or putting it back. */
function QuestionRow({ id, pool, isExcluded }: RowProps) {
  const words = useAssessmentMessages().builder;
  const { acts, names, isReadOnly } = useBuilder();
  const announce = useAnnounce();
  const title = names.titleOf(id) ?? words.draft.gone(id);
  const isFull = !isExcluded && pool.excluded.length >= DRAFT_LIMITS.excluded;
  const change = () => {
    const others = pool.excluded.filter((each) => each !== id);
    acts.changeEntry(pool.id, { excluded: isExcluded ? others : [...others, id] });
    announce(isExcluded ? words.pool.includedNow(title) : words.pool.excludedNow(title));
  };
  return (
    <li className={styles['foundRow']}>
      <QuestionLine id={id} title={title} label={words.draft.previewOne(title)} facts={useFacts(id)} />
      {isReadOnly || isFull ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={isExcluded ? words.pool.includeOne(title) : words.pool.excludeOne(title)}
          onClick={change}
        >
          {isExcluded ? words.pool.include : words.pool.exclude}
        </Button>
      )}
    </li>
  );
}

function Excluded({ pool }: { readonly pool: PoolEntry }) {
  const words = useAssessmentMessages().builder.pool;
  if (pool.excluded.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {words.excluded(pool.excluded.length)}
      </Text>
      <ul className={rows['list']}>
        {pool.excluded.map((id) => (
          <QuestionRow key={id} id={id} pool={pool} isExcluded />
        ))}
      </ul>
    </div>
  );
}

/** The questions that the rule of a pool finds now, and those that were left out. */
export function PoolQuestions({ pool }: { readonly pool: PoolEntry }) {
  const words = useAssessmentMessages().builder.pool;
  const { optionsOf } = useBuilder();
  const [isShown, setIsShown] = useState(false);
  const found = optionsOf(pool.id);
  return (
    <Stack gap="sm" align="stretch">
      <Group>
        <Button variant="default" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? words.hide : words.show(found.length)}
        </Button>
      </Group>
      {isShown ? (
        <ul className={rows['list']}>
          {found.slice(0, MOST_SHOWN).map(({ id }) => (
            <QuestionRow key={id} id={id} pool={pool} isExcluded={false} />
          ))}
        </ul>
      ) : null}
      {isShown && found.length > MOST_SHOWN ? <Text size="sm">{words.more(found.length - MOST_SHOWN)}</Text> : null}
      <Excluded pool={pool} />
    </Stack>
  );
}
