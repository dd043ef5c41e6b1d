import { useCallback, useRef, useState } from 'react';
import type { CandidateInvitationSource } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { InputIssue } from '../../platform/input-issues';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { actOnAll, chunksOf } from './in-chunks';
import { WITHDRAW } from './invitations-operations';
import { EMPTY_LIST, inputOf, type Row, shownRows, withoutSent, withSent } from './invite-list';
import { INVITE_CANDIDATES } from './invite-operations';
import type { InviteListState } from './use-invite-list';

/** The API invites at most so many people in one request. */
const MOST_INVITED = 200;
/** Mails wait for Undo after the last part. Each part that is still to come gives the others this much more time. */
const UNDO_SECONDS = 10;
const SECONDS_PER_PART = 3;
const MOST_SECONDS = 600;

export type Offer = {
  readonly opensAt: string | null;
  readonly expiresAt: string;
  readonly source: CandidateInvitationSource;
  readonly mayRetake: boolean;
};

/** `stopped` by the person, `interrupted` by a failure; both can go on. */
export type Phase = 'writing' | 'sending' | 'stopped' | 'interrupted' | 'done';

type Props = {
  readonly assessmentId: string;
  readonly people: InviteListState;
  /** The table behind the drawer follows. */
  readonly onSent: () => void;
  readonly onIssues: (issues: readonly InputIssue[]) => void;
};

const sentRows = ({ read }: InviteListState): readonly Row[] => read().rows.filter(({ sent }) => sent !== null);

/** Sends one part of the list; false if it was refused or failed. */
function useSendPart({ assessmentId, people, onIssues }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const { act, failure } = useAct(INVITE_CANDIDATES);
  const [refusal, setRefusal] = useState<string | null>(null);
  const sendPart = async (part: readonly Row[], offer: Offer, partsLeft: number): Promise<boolean> => {
    setRefusal(null);
    const sendsAfterSeconds = Math.min(MOST_SECONDS, UNDO_SECONDS + partsLeft * SECONDS_PER_PART);
    const input = { assessmentId, people: part.map(inputOf), ...offer, sendsAfterSeconds };
    let isSent = false;
    await onAnswer((await act({ input }))?.inviteCandidates, {
      InvalidInputProblem: ({ issues }) => onIssues(issues),
      AssessmentNotPublishedProblem: ({ isOnItsWay }) => setRefusal(isOnItsWay ? words.onItsWay : words.notPublished),
      InviteCandidatesSuccess: (answer) => {
        people.write((now) => withSent(now, part, answer));
        isSent = true;
      },
    });
    return isSent;
  };
  return { sendPart, failure: refusal ?? failure };
}

/** Withdraws all that was sent, which gives the list back; how many, or null if not all could be. */
function useWithdrawSent({ assessmentId, people }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const { act, failure } = useAct(WITHDRAW);
  const [refusal, setRefusal] = useState<string | null>(null);
  const withdraw = async (): Promise<number | null> => {
    const ids = sentRows(people).flatMap(({ sent }) => sent?.id ?? []);
    const changed = await actOnAll(ids, async (invitationIds) => {
      const answer = await act({ input: { assessmentId, invitationIds } });
      return answer && answer.withdrawCandidateInvitations.invitations.length;
    });
    const isWhole = changed === ids.length;
    setRefusal(isWhole ? null : words.undoFailed);
    if (isWhole) people.change(withoutSent);
    return isWhole ? changed : null;
  };
  return { withdraw, failure: refusal ?? failure };
}

/** Everyone who can be invited now, in the parts that are sent. */
function readyParts({ read }: InviteListState, { mayRetake }: Offer): readonly (readonly Row[])[] {
  const ready = shownRows(read(), mayRetake).filter(({ state }) => state === 'ready');
  return chunksOf(
    ready.map(({ row }) => row),
    MOST_INVITED,
  );
}

/** Sends the list part by part. A part that was sent is never sent again: the API skips people who are invited. */
export function useSending(props: Props) {
  const { people, onSent } = props;
  const { sendPart, failure } = useSendPart(props);
  const withdrawing = useWithdrawSent(props);
  const [phase, setPhase] = useState<Phase>('writing');
  const [mayUndo, setMayUndo] = useState(false);
  const isStopped = useRef(false);
  const keep = useCallback(() => setMayUndo(false), []);

  const sendAll = async (offer: Offer): Promise<Phase> => {
    const parts = readyParts(people, offer);
    for (const [index, part] of parts.entries()) {
      if (isStopped.current) return 'stopped';
      if (!(await sendPart(part, offer, parts.length - 1 - index)))
        return sentRows(people).length === 0 ? 'writing' : 'interrupted';
    }
    return 'done';
  };
  const send = async (offer: Offer) => {
    isStopped.current = false;
    keep();
    setPhase('sending');
    setPhase(await sendAll(offer));
    setMayUndo(sentRows(people).length > 0);
    onSent();
  };
  const undo = async () => {
    keep();
    const withdrawn = await withdrawing.withdraw();
    setPhase(withdrawn === null ? 'done' : 'writing');
    onSent();
    return withdrawn;
  };
  const stop = () => void (isStopped.current = true);
  /** For the next list. */
  const begin = () => {
    people.write(() => EMPTY_LIST);
    keep();
    setPhase('writing');
  };
  return { phase, mayUndo, keep, failure: withdrawing.failure ?? failure, send, stop, undo, begin };
}

export type Sending = ReturnType<typeof useSending>;
