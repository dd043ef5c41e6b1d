import { useRef, useState } from 'react';
import type { Language, RunCodeMutation, SubmitCodeMutation } from '../../generated/operations';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import { useSavers } from '../../answering/savers-provider';
import { useStale } from '../../answering/use-stale';
import { issueWords } from '../../platform/input-issues';
import { useAct } from '../../platform/use-act';
import { RUN_CODE, SUBMIT_CODE, type SubmissionView } from './submission-query';

export type Code = { readonly language: Language; readonly source: string };

type Result = RunCodeMutation['runCode'] | SubmitCodeMutation['submitCode'];

type Refused = Exclude<Result, { __typename: 'RunCodeSuccess' } | { __typename: 'SubmitCodeSuccess' }>;

/** Why code was refused: what happened and what is safe. */
function refusedWords(messages: Messages, problem: Refused): string {
  const words = messages.question.code;
  switch (problem.__typename) {
    case 'AttemptClosedProblem':
      return words.closed;
    case 'StaleRevisionProblem':
      return messages.question.stale;
    case 'SourceRefusedProblem':
      return words.refusedSource[problem.sourceReason];
    case 'TooManySubmissionsProblem':
      return words.tooMany(problem.submissionLimit, problem.nextAt);
    case 'GradingUnavailableProblem':
      return `${words.unavailable[problem.unavailableReason]} ${words.unavailableSafe}`;
    case 'InvalidInputProblem':
      return problem.issues.map((issue) => words.ownInputWrong[issue.code] ?? issueWords(messages, issue)).join(' ');
  }
}

/**
 * Idempotency key: one id per press, reused for the same code until the server answers, so a retry adds no duplicate.
 */
function useClientId() {
  const last = useRef<{ readonly what: string; readonly id: string } | null>(null);
  return {
    idFor: (what: string): string => {
      if (last.current?.what !== what) last.current = { what, id: crypto.randomUUID() };
      return last.current.id;
    },
    arrived: () => {
      last.current = null;
    },
  };
}

/** Saves first. Without an answer of the server it is not known which revision the code builds on: null. */
function useSettledRevision(itemId: string): () => Promise<number | 'conflict' | null> {
  const savers = useSavers();
  return async () => {
    const settled = await savers.settle(itemId);
    if (settled === 'conflict') return settled;
    return settled === 'sent' ? savers.revisionOf(itemId) : null;
  };
}

/** Sends code to be run or graded; a refusal becomes a message. */
export function useSendCode(itemId: string) {
  const messages = useMessages();
  const running = useAct(RUN_CODE);
  const submitting = useAct(SUBMIT_CODE);
  const clientId = useClientId();
  const settle = useSettledRevision(itemId);
  const showCurrent = useStale(itemId);
  const [problem, setProblem] = useState<string | null>(null);
  const refused = (words: string): null => {
    setProblem(words);
    return null;
  };
  const taken = (result: Result | undefined): SubmissionView | null => {
    if (!result) return null;
    clientId.arrived();
    return 'submission' in result ? result.submission : refused(refusedWords(messages, result));
  };
  const run = async (code: Code, ownInput: string | null): Promise<SubmissionView | null> => {
    setProblem(null);
    const id = clientId.idFor(JSON.stringify(['run', code, ownInput]));
    return taken((await running.act({ input: { clientId: id, itemId, ...code, ownInput } }))?.runCode);
  };
  const submit = async (code: Code): Promise<SubmissionView | null> => {
    setProblem(null);
    const revision = await settle();
    if (revision === 'conflict') return refused(messages.question.chooseFirst);
    const id = clientId.idFor(JSON.stringify(['submit', code]));
    const result = (await submitting.act({ input: { clientId: id, itemId, ...code, revision } }))?.submitCode;
    if (result?.__typename === 'StaleRevisionProblem') showCurrent(result.current);
    return taken(result);
  };
  return {
    run,
    submit,
    isRunning: running.isRunning,
    isSubmitting: submitting.isRunning,
    failure: problem ?? running.failure ?? submitting.failure,
  };
}
