import { POSITION_LEVELS, ROLES } from '@holdout/assessment';
import { Group, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import { MINUTES, minutesIn, type ShownWish, wishIn, withWish } from './wish-address';
import { WishSkills } from './wish-skills';

/** The wish in the address, and a function that changes it there. */
export function useWish() {
  const [search, setSearch] = useSearchParams();
  const change = (part: Partial<ShownWish>) =>
    setSearch((now) => withWish(now, part), { replace: true, preventScrollReset: true });
  return { wish: wishIn(search), change };
}

/** For whom the assessment is, how long it may take, and what it measures. */
export function WishFields({ names }: { readonly names: BankNames }) {
  const { assessments, builder } = useAssessmentMessages();
  const words = assessments.new;
  const { wish, change } = useWish();
  return (
    <>
      <NativeSelect
        label={builder.settings.role}
        data={ROLES.map((role) => ({ value: role, label: builder.settings.roles[role] ?? role }))}
        value={wish.role}
        onChange={(event) => change({ role: event.currentTarget.value })}
      />
      <Radio.Group label={builder.settings.level} value={wish.level} onChange={(level) => change({ level })}>
        <Group gap="lg" pt="xs">
          {POSITION_LEVELS.map((level) => (
            <Radio key={level} value={level} label={builder.settings.levels[level]} />
          ))}
        </Group>
      </Radio.Group>
      <TextInput
        label={builder.settings.minutes}
        inputMode="numeric"
        value={wish.minutes}
        error={minutesIn(wish) === null ? words.minutesBounds(...MINUTES) : null}
        onChange={(event) => change({ minutes: event.currentTarget.value })}
      />
      <WishSkills wish={wish} names={names} onChange={(skills) => change({ skills })} />
    </>
  );
}
