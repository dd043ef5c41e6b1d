import { FormErrors } from '@holdout/ui';
import { Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import type { DialogProps } from './dialogs';
import { FormActs } from './form-acts';
import { SET_ALLOWANCE } from './invitations-operations';
import { allowanceOf, checkPerson } from './people/check-person';
import { NOBODY } from './people/person';

function useSaving({ invitations, onDone }: DialogProps) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const { slug: organization } = useOrganization();
  const form = useFormErrors('allowance');
  const { act, isRunning, failure } = useAct(SET_ALLOWANCE);
  const candidate = invitations[0]?.candidate;
  const save = async (extraTime: string, breakMinutes: string) => {
    const written = { ...NOBODY, extraTime: extraTime || '0', breakMinutes: breakMinutes || '0' };
    const issues = checkPerson(written).filter(({ field }) => field === 'extraTime' || field === 'breakMinutes');
    form.show(issues);
    const allowance = allowanceOf(written);
    if (issues.length > 0 || allowance === null || candidate === undefined) return;
    const answer = await act({ input: { organization, candidateId: candidate.id, allowance } });
    await onAnswer(answer?.setTimeAllowance, {
      InvalidInputProblem: (problem) => form.show(problem.issues),
      SetTimeAllowanceSuccess: () => onDone(words.saved(candidate.name)),
    });
  };
  return { form, save, isRunning, failure };
}

const shown = (value: number): string => String(Math.round(value * 100) / 100);

/** The accommodations of one person. */
export function AllowanceForm(props: DialogProps) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const { form, save, isRunning, failure } = useSaving(props);
  const allowance = props.invitations[0]?.candidate.allowance ?? { extraTime: 0, breakMinutes: 0 };
  const [extraTime, setExtraTime] = useState(shown(allowance.extraTime * 100));
  const [breaks, setBreaks] = useState(shown(allowance.breakMinutes));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save(extraTime, breaks);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{words.allowanceWhat}</Text>
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('extraTime')}
          label={words.extraTime}
          description={words.extraTimeHow}
          inputMode="decimal"
          value={extraTime}
          onChange={(event) => setExtraTime(event.currentTarget.value)}
        />
        <TextInput
          {...form.propsOf('breakMinutes')}
          label={words.breaks}
          description={words.breaksHow}
          inputMode="numeric"
          value={breaks}
          onChange={(event) => setBreaks(event.currentTarget.value)}
        />
        <FormActs act={words.save} isRunning={isRunning} failure={failure} onClose={props.onClose} />
      </Stack>
    </form>
  );
}
