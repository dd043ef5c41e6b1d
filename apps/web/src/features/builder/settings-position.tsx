import { DRAFT_LIMITS, POSITION_LEVELS, ROLES } from '@holdout/assessment';
import { NativeSelect } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { NumberField } from './number-field';

function RoleAndLevel() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  const roles = draft.role === null || ROLES.some((role) => role === draft.role) ? ROLES : [...ROLES, draft.role];
  return (
    <>
      <NativeSelect
        label={words.role}
        value={draft.role ?? ''}
        disabled={isReadOnly}
        data={[
          { value: '', label: words.noRole },
          ...roles.map((role) => ({ value: role, label: words.roles[role] ?? role })),
        ]}
        onChange={(event) => acts.set({ role: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <NativeSelect
        label={words.level}
        value={draft.level ?? ''}
        disabled={isReadOnly}
        data={[
          { value: '', label: words.noLevel },
          ...POSITION_LEVELS.map((level) => ({ value: level, label: words.levels[level] })),
        ]}
        onChange={(event) =>
          acts.set({ level: POSITION_LEVELS.find((level) => level === event.currentTarget.value) ?? null })
        }
      />
    </>
  );
}

/** Points of 100, without the digits that arithmetic adds. */
const pointsOf = (share: number): number => Number((share * 100).toFixed(6));

/** Role, level, time limit and pass line. */
export function SettingsPosition() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  return (
    <div className={styles['fields']}>
      <RoleAndLevel />
      <NumberField
        label={words.minutes}
        value={draft.minutes}
        bounds={[1, DRAFT_LIMITS.minutes]}
        isReadOnly={isReadOnly}
        control="setting:minutes"
        onValue={(minutes) => minutes !== null && acts.set({ minutes }, 'minutes')}
      />
      <NumberField
        label={words.passLine}
        description={words.passLineHint}
        value={draft.passLine === null ? null : pointsOf(draft.passLine)}
        bounds={[0, 100]}
        isWhole={false}
        isOptional
        isReadOnly={isReadOnly}
        control="setting:passLine"
        onValue={(points) => acts.set({ passLine: points === null ? null : points / 100 }, 'passLine')}
      />
    </div>
  );
}
