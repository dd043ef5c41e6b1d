import { DRAFT_LIMITS, goalsOf, type SkillGoal } from '@holdout/assessment';
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import rows from '../../platform/row-list.module.css';
import { useBuilder } from './builder-context';
import { NumberField } from './number-field';

function GoalRow({ goal }: { readonly goal: SkillGoal }) {
  const words = useAssessmentMessages().builder;
  const { draft, acts, names, isReadOnly } = useBuilder();
  const name = names.topic(goal.skillId);
  const others = draft.skills.filter(({ skillId }) => skillId !== goal.skillId);
  const weigh = (weight: number) =>
    acts.set(
      { skills: draft.skills.map((each) => (each.skillId === goal.skillId ? { ...each, weight } : each)) },
      `skill ${goal.skillId}`,
    );
  return (
    <li className={rows['row']}>
      <Text>{name}</Text>
      <Group gap="sm" align="flex-start">
        <NumberField
          label={null}
          aria-label={words.settings.goalWeight(name)}
          value={goal.weight}
          bounds={[0.01, DRAFT_LIMITS.weight]}
          isWhole={false}
          isReadOnly={isReadOnly}
          onValue={(weight) => weight !== null && weigh(weight)}
        />
        {isReadOnly ? null : (
          <Button
            variant="subtle"
            aria-label={words.settings.removeGoal(name)}
            onClick={() => {
              acts.set({ skills: others });
              acts.focus('setting:skills');
            }}
          >
            {words.draft.remove}
          </Button>
        )}
      </Group>
    </li>
  );
}

/** Those of the role hold until others are chosen. */
function OfRole() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  const goals = goalsOf(draft.role, draft.level);
  if (goals.length === 0) return <Text size="sm">{words.noGoals}</Text>;
  return (
    <>
      <Text size="sm">{words.goalsOfRole(goals.length)}</Text>
      {isReadOnly ? null : (
        <Group>
          <Button
            variant="default"
            onClick={() => {
              acts.set({ skills: goals });
              acts.focus('setting:skills');
            }}
          >
            {words.useRoleGoals}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What the assessment measures: skills and their weights. */
export function SettingsGoals() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, names, isReadOnly } = useBuilder();
  const chosen = new Set(draft.skills.map(({ skillId }) => skillId));
  const free = names.topics.map(({ group, items }) => ({
    group,
    items: items.filter(({ value }) => !chosen.has(value)),
  }));
  const add = (skillId: string | null) => {
    if (skillId !== null) acts.set({ skills: [...draft.skills, { skillId, weight: 1 }] });
  };
  return (
    <Stack gap="sm" align="stretch">
      {draft.skills.length === 0 ? <OfRole /> : null}
      <ul className={rows['list']}>
        {draft.skills.map((goal) => (
          <GoalRow key={goal.skillId} goal={goal} />
        ))}
      </ul>
      {isReadOnly || draft.skills.length >= DRAFT_LIMITS.skills ? null : (
        <Select
          label={words.addGoal}
          data={free}
          value={null}
          searchable
          maw="var(--ho-form)"
          data-control="setting:skills"
          onChange={add}
        />
      )}
    </Stack>
  );
}
