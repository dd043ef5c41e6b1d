import { Anchor, Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import type { VerdictView } from '../runs/submission-query';
import { verdictSentence } from './verdict-words';

type Props = {
  readonly verdict: VerdictView;
  /** Null if there is no editor to jump to. */ readonly onLine: ((line: number) => void) | null;
};

/** The reason for a verdict, with a link to the line. */
export function VerdictDetail({ verdict, onLine }: Props) {
  const words = useMessages().question.code;
  const sentence = verdictSentence(words.verdict, verdict);
  const { line, traceback } = verdict;
  return (
    <>
      {sentence !== null || line !== null ? (
        <Text size="sm">
          <span>{sentence}</span>{' '}
          {line === null ? null : onLine === null ? (
            <span>{words.verdict.line(line)}</span>
          ) : (
            <Anchor component="button" type="button" size="sm" onClick={() => onLine(line)}>
              {words.verdict.line(line)}
            </Anchor>
          )}
        </Text>
      ) : null}
      {traceback === null ? null : (
        <pre className={styles['text']} tabIndex={0} aria-label={words.cases.traceback}>
          {traceback}
        </pre>
      )}
    </>
  );
}
