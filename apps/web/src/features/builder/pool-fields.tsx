import { DRAFT_LIMITS, type PoolEntry } from '@holdout/assessment';
import { Checkbox, Group, MultiSelect } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { KINDS } from '../../platform/kinds';
import { useBuilder } from './builder-context';
import { NumberField } from './number-field';

const LEVELS = [1, 2, 3, 4, 5] as const;

type Props = { readonly pool: PoolEntry };

function Kinds({ pool }: Props) {
  const words = useAssessmentMessages().builder.pool;
  const { kinds } = useMessages().names;
  const { acts, isReadOnly } = useBuilder();
  return (
    <Checkbox.Group
      label={words.kinds}
      description={words.kindsHint}
      value={[...pool.kinds]}
      readOnly={isReadOnly}
      onChange={(chosen) => acts.changeEntry(pool.id, { kinds: chosen })}
    >
      <Group gap="md" pt="xs">
        {KINDS.map((kind) => (
          <Checkbox key={kind} value={kind.toLowerCase()} label={kinds[kind]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Levels({ pool }: Props) {
  const words = useAssessmentMessages().builder.pool;
  const { levels } = useMessages().names;
  const { acts, isReadOnly } = useBuilder();
  return (
    <Checkbox.Group
      label={words.levels}
      description={words.levelsHint}
      value={pool.levels.map(String)}
      readOnly={isReadOnly}
      onChange={(chosen) => acts.changeEntry(pool.id, { levels: chosen.map(Number).toSorted((a, b) => a - b) })}
    >
      <Group gap="md" pt="xs">
        {LEVELS.map((level) => (
          <Checkbox key={level} value={String(level)} label={levels[level]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The rule of a pool. */
export function PoolFields({ pool }: Props) {
  const words = useAssessmentMessages().builder.pool;
  const { acts, names, isReadOnly } = useBuilder();
  return (
    <>
      <NumberField
        label={words.draw}
        value={pool.draw}
        bounds={[1, DRAFT_LIMITS.draw]}
        isReadOnly={isReadOnly}
        onValue={(draw) => draw !== null && acts.changeEntry(pool.id, { draw }, true)}
      />
      <MultiSelect
        label={words.skills}
        placeholder={pool.skills.length === 0 ? words.anySkill : ''}
        data={[...names.topics]}
        value={[...pool.skills]}
        readOnly={isReadOnly}
        searchable
        hidePickedOptions
        maxValues={DRAFT_LIMITS.skills}
        onChange={(skills) => acts.changeEntry(pool.id, { skills })}
      />
      <Levels pool={pool} />
      <Kinds pool={pool} />
      <Checkbox
        label={words.unseenOnly}
        description={words.unseenHint}
        checked={pool.unseenOnly}
        readOnly={isReadOnly}
        disabled={isReadOnly}
        onChange={(event) => acts.changeEntry(pool.id, { unseenOnly: event.currentTarget.checked })}
      />
    </>
  );
}
