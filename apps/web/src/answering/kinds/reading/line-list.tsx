import { Status } from '@holdout/ui';
import { Fragment, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../../messages/messages';
import styles from './reading.module.css';
import { type Token, tokensOf } from './tokens-of';

type Props = {
  readonly lines: readonly string[];
  readonly language: string;
  readonly label: string;
  readonly marked: readonly number[];
  /** Null if lines are not asked for or can no longer be marked. */
  readonly onMark: ((line: number) => void) | null;
  /** The correct lines, set after Check. */
  readonly accepted: readonly number[] | null;
};

const STEPS: Readonly<Record<string, (here: number, count: number) => number>> = {
  ArrowUp: (here) => Math.max(1, here - 1),
  ArrowDown: (here, count) => Math.min(count, here + 1),
  Home: () => 1,
  End: (_here, count) => count,
};

/** Roving tabindex: one Tab stop, arrow keys move between lines. */
function useRovingLine(count: number) {
  const [here, setHere] = useState(1);
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = step(here, count);
    setHere(next);
    list.current?.querySelectorAll<HTMLInputElement>('input')[next - 1]?.focus();
  };
  return { here, setHere, list, onKeyDown };
}

type LineProps = Props & {
  readonly n: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isStop: boolean;
};

function Verdict({ n, marked, accepted }: Pick<LineProps, 'n' | 'marked' | 'accepted'>) {
  const words = useMessages().kinds.reading;
  if (accepted === null) return null;
  const isRight = accepted.includes(n);
  if (!isRight && !marked.includes(n)) return null;
  return (
    <span className={styles['verdict']}>
      <Status kind={isRight ? 'right' : 'wrong'} label={isRight ? words.isRight : words.isWrong} />
    </span>
  );
}

function Code({ tokens }: Pick<LineProps, 'tokens'>) {
  return (
    <code className={styles['code']}>
      {tokens.length === 0 ? ' ' : null}
      {tokens.map(({ kind, text }, index) =>
        kind === null ? (
          <Fragment key={index}>{text}</Fragment>
        ) : (
          <span key={index} data-token={kind}>
            {text}
          </span>
        ),
      )}
    </code>
  );
}

function Line({ n, text, tokens, isStop, onFocus, ...props }: LineProps & { readonly onFocus: () => void }) {
  const words = useMessages().kinds.reading;
  const { marked, onMark, accepted } = props;
  const isMarkable = onMark !== null || accepted !== null;
  return (
    <li className={styles['line']} data-marked={marked.includes(n) || undefined}>
      <label className={styles['row']}>
        {isMarkable ? (
          <input
            type="checkbox"
            className={styles['mark']}
            checked={marked.includes(n)}
            disabled={onMark === null}
            tabIndex={isStop ? 0 : -1}
            aria-label={`${words.line(n)}: ${text.trim()}`}
            onFocus={onFocus}
            onChange={() => onMark?.(n)}
          />
        ) : null}
        <span className={styles['number']}>{n}</span>
        <Code tokens={tokens} />
      </label>
      <Verdict n={n} marked={marked} accepted={accepted} />
    </li>
  );
}

/** Numbered lines of code; each line is a checkbox if lines are asked for. */
export function LineList(props: Props) {
  const { lines, language, label, onMark } = props;
  const rows = useMemo(() => tokensOf(lines, language), [lines, language]);
  const { here, setHere, list, onKeyDown } = useRovingLine(lines.length);
  return (
    <div className={styles['listing']} role="group" aria-label={label} tabIndex={onMark === null ? 0 : undefined}>
      <ol ref={list} role="list" className={styles['lines']} onKeyDown={onKeyDown}>
        {lines.map((text, index) => (
          <Line
            key={index}
            {...props}
            n={index + 1}
            text={text}
            tokens={rows[index] ?? []}
            isStop={here === index + 1}
            onFocus={() => setHere(index + 1)}
          />
        ))}
      </ol>
    </div>
  );
}
