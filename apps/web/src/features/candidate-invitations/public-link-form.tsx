import { focusOnArrival, FormErrors, useAnnounce } from '@holdout/ui';
import { Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { FormActs } from './form-acts';
import { CREATE_PUBLIC_LINK } from './public-link-operations';
import { TimeField } from './time-field';
import { instantOf } from './zoned-time';

type Props = {
  readonly assessmentId: string;
  readonly timeZone: string;
  readonly onMade: () => void;
  readonly onClose: () => void;
};
type Values = { readonly cap: string; readonly opensAt: string; readonly closesAt: string };

const EMPTY: Values = { cap: '', opensAt: '', closesAt: '' };

function useMaking({ assessmentId, timeZone, onMade }: Props) {
  const { publicLinks: words, inviting } = useAssessmentMessages().candidateInvitations;
  const announce = useAnnounce();
  const form = useFormErrors('public-link');
  const { act, isRunning, failure } = useAct(CREATE_PUBLIC_LINK);
  const [refusal, setRefusal] = useState<string | null>(null);
  const instant = (wall: string): string | null => instantOf(wall, timeZone)?.toISOString() ?? null;
  const make = async ({ cap, opensAt, closesAt }: Values) => {
    setRefusal(null);
    form.clear();
    if (!form.isComplete({ cap })) return;
    const seats = Number(cap);
    if (!Number.isInteger(seats)) {
      form.show([{ field: 'cap', code: 'MALFORMED', limit: null }]);
      return;
    }
    const input = { assessmentId, cap: seats, opensAt: instant(opensAt), closesAt: instant(closesAt) };
    await onAnswer((await act({ input }))?.createPublicLink, {
      InvalidInputProblem: ({ issues }) => {
        const times = issues.filter(({ field }) => field === 'closesAt');
        form.show(issues.filter(({ field }) => field !== 'closesAt'));
        if (times.length > 0) setRefusal(times[0]?.code === 'TOO_LARGE' ? inviting.tooLate : inviting.past);
      },
      AssessmentNotPublishedProblem: ({ isOnItsWay }) =>
        setRefusal(isOnItsWay ? inviting.onItsWay : inviting.notPublished),
      MailUnavailableProblem: () => setRefusal(words.needsMail),
      CreatePublicLinkSuccess: () => {
        announce(words.created);
        onMade();
      },
    });
  };
  return { form, make, isRunning, failure: refusal ?? failure };
}

/** Asks for the number of seats and the time in which the link works. */
export function PublicLinkForm(props: Props) {
  const { publicLinks: words, inviting } = useAssessmentMessages().candidateInvitations;
  const { form, make, isRunning, failure } = useMaking(props);
  const [values, setValues] = useState(EMPTY);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void make(values);
  };
  const set = (key: keyof Values) => (value: string) => setValues((now) => ({ ...now, [key]: value }));
  return (
    <form onSubmit={submit} noValidate aria-label={words.create}>
      <Stack maw="var(--ho-form)">
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('cap')}
          ref={focusOnArrival}
          label={words.cap}
          description={words.capHow}
          inputMode="numeric"
          value={values.cap}
          onChange={(event) => set('cap')(event.currentTarget.value)}
        />
        <TimeField
          id="public-link-opensAt"
          label={words.opensAt}
          description={words.optional}
          value={values.opensAt}
          onChange={set('opensAt')}
        />
        <TimeField
          id="public-link-closesAt"
          label={words.closesAt}
          description={`${words.optional} ${inviting.inZone(props.timeZone)}`}
          value={values.closesAt}
          onChange={set('closesAt')}
        />
        <FormActs act={words.make} isRunning={isRunning} failure={failure} onClose={props.onClose} />
      </Stack>
    </form>
  );
}
