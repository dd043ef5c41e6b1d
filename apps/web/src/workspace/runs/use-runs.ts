import { useApolloClient } from '@apollo/client/react';
import { useAnnounce } from '@holdout/ui';
import { useEffect, useRef, useState } from 'react';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import { groupsOf, passedOf } from '../verdict/groups-of';
import type { OutputTab } from '../verdict/output-pane';
import { CODE_FEEDBACK, type SubmissionView } from './submission-query';
import { useHistory } from './use-history';
import { type Code, useSendCode } from './use-send-code';
import { useSubmission } from './use-submission';

type Place = {
  readonly itemId: string;
  readonly attemptId: string;
  readonly slug: string;
  readonly onSent: () => void;
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

/** Tells once, when what was sent from this page is graded. */
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

/** The open tab of the output, and opening one for what was just sent. Who comes back finds what was submitted. */
function useOutputTab(onSent: () => void, hasSubmitted: boolean) {
  const [chosen, setTab] = useState<OutputTab | null>(null);
  const atFirst: OutputTab = hasSubmitted ? 'verdict' : 'cases';
  const open = (next: (now: OutputTab) => OutputTab): void => {
    setTab((now) => next(now ?? atFirst));
    onSent();
  };
  return { tab: chosen ?? atFirst, setTab, open };
}

/** Running and submitting the code of one item, what came of it, and what was submitted before. */
export function useRuns({ itemId, attemptId, slug, onSent }: Place) {
  const messages = useMessages();
  const announce = useAnnounce();
  const client = useApolloClient();
  const history = useHistory(slug);
  const sending = useSendCode(itemId);
  const { tab, setTab, open } = useOutputTab(onSent, history.sent.length > 0);
  const [runId, setRunId] = useState<string | null>(null);
  const [submittedId, setSubmittedId] = useState<string | null>(null);
  const run = useSubmission(runId);
  const submitted = useSubmission(submittedId ?? history.sent[0]?.id ?? null);
  useOnceGraded(run, runId, (graded) => announce(finishedWords(messages, graded)));
  useOnceGraded(submitted, submittedId, (graded) => {
    announce(finishedWords(messages, graded));
    void history.reload();
    // Full marks open the explanation.
    void client.query({ query: CODE_FEEDBACK, variables: { attemptId }, fetchPolicy: 'network-only' });
  });
  return {
    run: async (code: Code, ownInput: string | null): Promise<void> => {
      const id = await sending.run(code, ownInput);
      if (id === null) return;
      setRunId(id);
      open((now) => (now === 'verdict' ? 'cases' : now));
    },
    submit: async (code: Code): Promise<void> => {
      const id = await sending.submit(code);
      if (id === null) return;
      setSubmittedId(id);
      open(() => 'verdict');
    },
    isRunning: sending.isRunning || isUnderWay(runId, run),
    isSubmitting: sending.isSubmitting || isUnderWay(submittedId, submitted),
    failure: sending.failure,
    ran: run,
    submitted,
    history,
    tab,
    setTab,
  };
}
