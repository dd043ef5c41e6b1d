import { useState } from 'react';
import { useLiveMessages } from '../../messages/live-messages';
import type { InputIssue } from '../../platform/input-issues';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { ADD_TIME, SEND } from './live-query';
import type { WriteProps } from './write';

export type Fields = { readonly text: string; readonly minutes: number | ''; readonly reason: string };

/** The fields that are sent, as texts. */
function asked(what: WriteProps['what'], { text, minutes, reason }: Fields): Readonly<Record<string, string>> {
  const time = { minutes: String(minutes), reason };
  if (what === 'message') return { message: text };
  return what === 'time' ? time : { message: text, ...time };
}

/** The form calls the text a message. */
const named = (issue: InputIssue): InputIssue => (issue.field === 'text' ? { ...issue, field: 'message' } : issue);

/** Sends a message, gives time, or does both in one act. */
export function useWriting({ assessmentId, to, what, onDone }: WriteProps) {
  const words = useLiveMessages();
  const form = useFormErrors('live');
  const sending = useAct(SEND);
  const adding = useAct(ADD_TIME);
  // The same for a repeated request, so that nothing is sent or given twice.
  const [id] = useState(() => crypto.randomUUID());
  const invitationIds = to === 'all' ? null : to.map(({ invitationId }) => invitationId);
  const done = (count: number) => onDone(words.done[what](count, to === 'all' ? null : to.length));
  const write = async (fields: Fields) => {
    if (!form.isComplete(asked(what, fields))) return;
    const { text, reason } = fields;
    const time = what === 'message' ? null : { minutes: Number(fields.minutes), reason };
    if (what === 'time' && time !== null) {
      await onAnswer((await adding.act({ input: { assessmentId, invitationIds, time, requestId: id } }))?.addTime, {
        AddTimeSuccess: ({ givenCount }) => done(givenCount),
        InvalidInputProblem: ({ issues }) => form.show(issues.map(named)),
      });
      return;
    }
    const input = { assessmentId, invitationIds, text, sendingId: id, time };
    await onAnswer((await sending.act({ input }))?.sendAttemptMessage, {
      SendAttemptMessageSuccess: ({ sentCount }) => done(sentCount),
      InvalidInputProblem: ({ issues }) => form.show(issues.map(named)),
    });
  };
  return { form, write, isRunning: sending.isRunning || adding.isRunning, failure: sending.failure ?? adding.failure };
}
