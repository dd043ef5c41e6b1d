import type { SkillGoal } from '@holdout/assessment';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import styles from './assessments.module.css';
import { goalsIn, SHARES, type ShownWish } from './wish-address';

type Props = {
  readonly wish: ShownWish;
  readonly names: BankNames;
  readonly onChange: (skills: readonly SkillGoal[] | null) => void;
};

function Goal({ goal, name, onShare, onRemove }: GoalProps) {
  const words = useAssessmentMessages().assessments.new;
  return (
    <li className={styles['goal']}>
      <Text size="sm" className={styles['grow'] ?? ''}>
        {name}
      </Text>
      <NativeSelect
        aria-label={words.shareOf(name)}
        data={SHARES.map((share) => ({ value: String(share), label: words.shares[share] }))}
        value={String(goal.weight)}
        onChange={(event) => onShare(Number(event.currentTarget.value))}
      />
      <Button variant="subtle" color="gray" aria-label={words.removeSkill(name)} onClick={onRemove}>
        {words.remove}
      </Button>
    </li>
  );
}

type GoalProps = {
  readonly goal: SkillGoal;
  readonly name: string;
  readonly onShare: (weight: number) => void;
  readonly onRemove: () => void;
};

const isReplacement = (event: Event): boolean =>
  !(event instanceof InputEvent) || event.inputType === 'insertReplacementText';

/** Adds a skill by its name, which the browser completes. */
function AddSkill({
  free,
  onAdd,
}: {
  readonly free: ReadonlyMap<string, string>;
  readonly onAdd: (id: string) => void;
}) {
  const words = useAssessmentMessages().assessments.new;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const add = (name: string) => {
    const id = free.get(name.trim().toLowerCase());
    setIsUnknown(id === undefined);
    setTyped(id === undefined ? name : '');
    if (id !== undefined) onAdd(id);
  };
  const change = (text: string, isChosen: boolean) => {
    setIsUnknown(false);
    if (isChosen) add(text);
    else setTyped(text);
  };
  return (
    <>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          className={styles['grow'] ?? ''}
          label={words.addSkill}
          placeholder={words.addSkillHint}
          list={listId}
          autoComplete="off"
          value={typed}
          error={isUnknown ? words.noSkill : null}
          // A choice from the list arrives as one replacement, not as typed letters.
          onChange={(event) => change(event.currentTarget.value, isReplacement(event.nativeEvent))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed === '') return;
            event.preventDefault();
            add(typed);
          }}
        />
        <Button variant="default" mt="lg" onClick={() => add(typed)}>
          {words.add}
        </Button>
      </Group>
      <datalist id={listId}>
        {[...free.keys()].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** By their names in lower case, the skills and domains that are not chosen. */
function freeSkills({ topics }: BankNames, chosen: ReadonlySet<string>, whole: (domain: string) => string) {
  const all = topics.flatMap(({ group, items }) =>
    items.map(({ value, label }) => [(label === group ? whole(group) : label).toLowerCase(), value] as const),
  );
  return new Map(all.filter(([, id]) => !chosen.has(id)));
}

/** What the assessment measures: the skills of the role, until others are chosen. */
export function WishSkills({ wish, names, onChange }: Props) {
  const words = useAssessmentMessages().assessments.new;
  const goals = goalsIn(wish);
  const chosen = new Set(goals.map(({ skillId }) => skillId));
  const free = freeSkills(names, chosen, words.wholeDomain);
  const others = ({ skillId }: SkillGoal) => goals.filter((goal) => goal.skillId !== skillId);
  return (
    <Stack gap="sm" role="group" aria-labelledby="wish-skills">
      <div>
        <Text id="wish-skills" size="sm" fw={600}>
          {words.skills}
        </Text>
        <Text size="sm" c="dimmed">
          {wish.skills === null ? words.skillsOfRole : words.skillsChosen}
        </Text>
      </div>
      <ul className={styles['entries']}>
        {goals.map((goal) => (
          <Goal
            key={goal.skillId}
            goal={goal}
            name={names.topic(goal.skillId)}
            onShare={(weight) => onChange(goals.map((one) => (one === goal ? { ...one, weight } : one)))}
            onRemove={() => onChange(others(goal).length > 0 ? others(goal) : null)}
          />
        ))}
      </ul>
      <AddSkill free={free} onAdd={(skillId) => onChange([...goals, { skillId, weight: 2 }])} />
      {wish.skills === null ? null : (
        <Group>
          <Button variant="default" onClick={() => onChange(null)}>
            {words.backToRole}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
