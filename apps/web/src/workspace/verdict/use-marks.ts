import type { LineMark } from '@holdout/code-editor';
import { useMemo } from 'react';
import { useMessages } from '../../messages/messages';
import type { SubmissionView } from '../runs/submission-query';

type Graded = { readonly ran: SubmissionView | null; readonly submitted: SubmissionView | null };

/** The lines where the code stopped with an error, if the last run or submission is of the current code. */
export function useMarks(source: string, { ran, submitted }: Graded): readonly LineMark[] {
  const words = useMessages().question.code.verdict;
  return useMemo(() => {
    const verdicts = [ran, submitted]
      .filter((one) => one?.source === source)
      .flatMap((one) => [one?.verdict, ...(one?.cases ?? []).map(({ verdict }) => verdict)]);
    const lines = verdicts.flatMap((one) =>
      !one || one.line === null
        ? []
        : [{ line: one.line, message: `${words.line(one.line)}: ${words.crashed(one.reason ?? '')}` }],
    );
    return lines.filter((mark, index) => lines.findIndex(({ line }) => line === mark.line) === index);
  }, [ran, submitted, source, words]);
}
