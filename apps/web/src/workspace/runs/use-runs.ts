import { useAnnounce } from '@holdout/ui';
import { useEffect, useRef, useState } from 'react';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import { groupsOf, passedOf, type SubmissionView } from './submission-query';
import type { OutputTab } from '../verdict/output-pane';
import { type Code, useSendCode } from './use-send-code';
import { useSubmission } from './use-submission';

type Place = {
  readonly itemId: string;
  /** The last submission before this page was opened; null for none. */
  readonly latestId: string | null;
  readonly showsVerdict: boolean;
  readonly onSent: () => void;
  readonly onSubmitted: (submission: SubmissionView) => void;
  readonly onGraded: () => void;
};

function finishedWords(messages: Messages, submission: SubmissionView): string {
  const { purpose, cases, verdict, metric } = submission;
  const words = messages.question.code;
  const isBelow = metric !== null && verdict?.kind === 'WRONG_ANSWER';
  const kind = isBelow ? words.verdict.belowPass : verdict ? words.verdict.kinds[verdict.kind] : '';
  if (purpose === 'SUBMIT') {
    const groups = groupsOf(submission);
    return words.graded(groups.length > 0 ? words.groups.summary(passedOf(groups), groups.length) : kind);
  }
  if (cases.some((one) => one.expected === null)) return words.ranOwn;
  return words.ran(cases.filter((one) => one.verdict.kind === 'PASSED').length, cases.length);
}

const isUnderWay = (id: string | null, sent: SubmissionView | null): boolean =>
  id !== null && sent?.status !== 'GRADED';

/** Calls `act` once when the submission sent from this page is graded. */
function useOnceGraded(
  submission: SubmissionView | null,
  sentId: string | null,
  act: (graded: SubmissionView) => void,
): void {
  const told = useRef<string | null>(null);
  const latest = useRef(act);
  // The live region and the server are outside React.
  useEffect(() => {
    latest.current = act;
    if (submission?.id !== sentId || submission?.status !== 'GRADED' || told.current === sentId) return;
    told.current = sentId;
    latest.current(submission);
  });
}

/** The active output tab, and opening one for a new run or submission. Starts at Verdict if there is a submission. */
function useOutputTab(onSent: () => void, hasSubmitted: boolean) {
  const [chosen, setTab] = useState<OutputTab | null>(null);
  const atFirst: OutputTab = hasSubmitted ? 'verdict' : 'cases';
  const open = (next: (now: OutputTab) => OutputTab): void => {
    setTab((now) => next(now ?? atFirst));
    onSent();
  };
  return { tab: chosen ?? atFirst, setTab, open };
}

/**
 * Runs and submits the code of one item, and tracks the results. If no verdict is shown, submissions are not tracked.
 */
export function useRuns({ itemId, latestId, showsVerdict, onSent, onSubmitted, onGraded }: Place) {
  const messages = useMessages();
  const announce = useAnnounce();
  const sending = useSendCode(itemId);
  const { tab, setTab, open } = useOutputTab(onSent, showsVerdict && latestId !== null);
  const [runId, setRunId] = useState<string | null>(null);
  const [submittedId, setSubmittedId] = useState<string | null>(null);
  const run = useSubmission(runId);
  const submitted = useSubmission(showsVerdict ? (submittedId ?? latestId) : null);
  useOnceGraded(run, runId, (graded) => announce(finishedWords(messages, graded)));
  useOnceGraded(submitted, submittedId, (graded) => {
    announce(finishedWords(messages, graded));
    onGraded();
  });
  return {
    run: async (code: Code, ownInput: string | null): Promise<void> => {
      const submission = await sending.run(code, ownInput);
      if (submission === null) return;
      setRunId(submission.id);
      open((now) => (now === 'verdict' ? 'cases' : now));
    },
    submit: async (code: Code): Promise<void> => {
      const submission = await sending.submit(code);
      if (submission === null) return;
      onSubmitted(submission);
      setSubmittedId(showsVerdict ? submission.id : null);
      if (showsVerdict) open(() => 'verdict');
      else announce(messages.question.code.received(submission.sentAt, false));
    },
    isRunning: sending.isRunning || isUnderWay(runId, run),
    isSubmitting: sending.isSubmitting || isUnderWay(submittedId, submitted),
    failure: sending.failure,
    ran: run,
    submitted,
    tab,
    setTab,
  };
}
