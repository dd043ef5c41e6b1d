import { useRef, useState } from 'react';
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

/** Sends the list part by part. A part that was sent is never sent again: the API skips people who are invited. */
export function useSending({ assessmentId, people, onSent, onIssues }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const inviting = useAct(INVITE_CANDIDATES);
  const withdrawing = useAct(WITHDRAW);
  const [phase, setPhase] = useState<Phase>('writing');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [mayUndo, setMayUndo] = useState(false);
  const isStopped = useRef(false);

  const sendPart = async (part: readonly Row[], offer: Offer, partsLeft: number): Promise<boolean> => {
    const sendsAfterSeconds = Math.min(MOST_SECONDS, UNDO_SECONDS + partsLeft * SECONDS_PER_PART);
    const input = { assessmentId, people: part.map(inputOf), ...offer, sendsAfterSeconds };
    let isSent = false;
    await onAnswer((await inviting.act({ input }))?.inviteCandidates, {
      InvalidInputProblem: ({ issues }) => onIssues(issues),
      AssessmentNotPublishedProblem: ({ isOnItsWay }) => setRefusal(isOnItsWay ? words.onItsWay : words.notPublished),
      InviteCandidatesSuccess: (answer) => {
        people.write((now) => withSent(now, part, answer));
        isSent = true;
      },
    });
    return isSent;
  };
  const sendAll = async (parts: readonly (readonly Row[])[], offer: Offer): Promise<Phase> => {
    for (const [index, part] of parts.entries()) {
      if (isStopped.current) return 'stopped';
      if (!(await sendPart(part, offer, parts.length - 1 - index)))
        return sentRows(people).length === 0 ? 'writing' : 'interrupted';
    }
    return 'done';
  };
  const send = async (offer: Offer) => {
    isStopped.current = false;
    setRefusal(null);
    setMayUndo(false);
    setPhase('sending');
    const ready = shownRows(people.read(), offer.mayRetake).filter(({ state }) => state === 'ready');
    const parts = chunksOf(
      ready.map(({ row }) => row),
      MOST_INVITED,
    );
    setPhase(await sendAll(parts, offer));
    setMayUndo(sentRows(people).length > 0);
    onSent();
  };
  const undo = async () => {
    setMayUndo(false);
    const rows = sentRows(people);
    const ids = rows.flatMap(({ sent }) => sent?.id ?? []);
    const changed = await actOnAll(ids, async (invitationIds) => {
      const answer = await withdrawing.act({ input: { assessmentId, invitationIds } });
      return answer && answer.withdrawCandidateInvitations.invitations.length;
    });
    const isWhole = changed === ids.length;
    setRefusal(isWhole ? null : words.undoFailed);
    if (isWhole) people.change(withoutSent);
    setPhase(isWhole ? 'writing' : 'done');
    onSent();
    return isWhole ? changed : null;
  };
  return {
    phase,
    /** Right after something was sent. */
    mayUndo,
    /** Keeps what was sent: the time for Undo is over. */
    keep: () => setMayUndo(false),
    failure: refusal ?? inviting.failure ?? withdrawing.failure,
    send,
    stop: () => {
      isStopped.current = true;
    },
    undo,
    /** For the next list. */
    begin: () => {
      people.write(() => EMPTY_LIST);
      setRefusal(null);
      setMayUndo(false);
      setPhase('writing');
    },
  };
}

export type Sending = ReturnType<typeof useSending>;
