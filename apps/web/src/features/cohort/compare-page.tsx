import { EmptyState } from '@holdout/ui';
import { Anchor, Stack, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { usePageQuery } from '../../platform/use-page-query';
import { ScoreCell } from './bands';
import { COMPARISON, type Comparison } from './cohort-operations';
import styles from './compare.module.css';
import { Differences } from './differences';
import { hasEnoughItems } from './skill-items';

const MOST = 4;
type People = Comparison['people'];
type Skill = People[number]['skills'][number]['skill'];

const skillsOf = (people: People): readonly Skill[] => [
  ...new Map(
    people.flatMap(({ skills }) => skills.filter(hasEnoughItems).map(({ skill }) => [skill.id, skill] as const)),
  ).values(),
];

/** Everyone's band of one score below one another, on one axis. */
function Bands({ people, skill }: { readonly people: People; readonly skill: Skill | null }) {
  const words = useCohortMessages();
  const name = skill?.name ?? words.compare.total;
  return (
    <section aria-label={name}>
      <Title order={4}>{name}</Title>
      {people.map((person) => {
        const own = skill === null ? person.band : person.skills.find((each) => each.skill.id === skill.id)?.band;
        return (
          <div key={person.attemptId} className={styles['people']}>
            <bdi className={styles['name']}>{person.candidate.name}</bdi>
            <ScoreCell
              label={`${person.candidate.name}, ${name}`}
              band={own ?? null}
              passLine={skill === null ? person.passLine : null}
            />
          </div>
        );
      })}
    </section>
  );
}

function Compared({ attemptIds }: { readonly attemptIds: string[] }) {
  const { compare: words } = useCohortMessages();
  const { id: assessmentId } = useAssessment();
  const { cohortComparison } = usePageQuery(COMPARISON, { assessmentId, attemptIds }).data;
  const { people, pairs } = cohortComparison;
  const shown = new Set(skillsOf(people).map(({ id }) => id));
  const isShown = ({ skill }: { readonly skill: Skill }): boolean => shown.has(skill.id);
  if (people.length < 2) return <EmptyState title={words.need} detail={words.needDetail} />;
  return (
    <Stack gap="lg">
      <Stack gap="md">
        <Title order={3}>{words.differences}</Title>
        <Differences people={people} pairs={pairs.map((pair) => ({ ...pair, skills: pair.skills.filter(isShown) }))} />
      </Stack>
      <Stack gap="md">
        <Title order={3}>{words.scores}</Title>
        <Bands people={people} skill={null} />
        {skillsOf(people).map((skill) => (
          <Bands key={skill.id} people={people} skill={skill} />
        ))}
      </Stack>
    </Stack>
  );
}

/** Two to four candidates side by side. */
export function ComparePage() {
  const { compare: words } = useCohortMessages();
  const [search] = useSearchParams();
  const attemptIds = (search.get('with') ?? '').split(',').filter(Boolean).slice(0, MOST);
  return (
    <Stack gap="lg">
      <Stack gap="xs" align="flex-start">
        <Anchor component={Link} to="../cohort" size="sm">
          {words.back}
        </Anchor>
        <Title order={2}>{words.title}</Title>
      </Stack>
      {attemptIds.length < 2 ? (
        <EmptyState title={words.need} detail={words.needDetail} />
      ) : (
        <Compared attemptIds={attemptIds} />
      )}
    </Stack>
  );
}
