import { Status } from '@holdout/ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import { reading as words } from '../../../messages/en/kinds/reading';
import styles from './reading.module.css';

type Props = {
  readonly lines: readonly string[];
  readonly label: string;
  readonly marked: readonly number[];
  /** Null where nothing is to be marked, or no longer. */
  readonly onMark: ((line: number) => void) | null;
  /** Once checked: the right lines. */
  readonly accepted: readonly number[] | null;
};

const STEPS: Readonly<Record<string, (here: number, count: number) => number>> = {
  ArrowUp: (here) => Math.max(1, here - 1),
  ArrowDown: (here, count) => Math.min(count, here + 1),
  Home: () => 1,
  End: (_here, count) => count,
};

/** One stop for Tab; arrow keys go from line to line. */
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

type LineProps = Props & { readonly n: number; readonly text: string; readonly isStop: boolean };

function Verdict({ n, marked, accepted }: Pick<LineProps, 'n' | 'marked' | 'accepted'>) {
  if (accepted === null) return null;
  if (accepted.includes(n)) return <Status kind="right" label={words.isRight} />;
  return marked.includes(n) ? <Status kind="wrong" label={words.isWrong} /> : null;
}

function Line({ n, text, isStop, onFocus, ...props }: LineProps & { readonly onFocus: () => void }) {
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
        <code className={styles['code']}>{text === '' ? ' ' : text}</code>
      </label>
      <Verdict n={n} marked={marked} accepted={accepted} />
    </li>
  );
}

/** Numbered lines of code; where lines are asked for, each is a checkbox. */
export function LineList(props: Props) {
  const { lines, label, onMark } = props;
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
            isStop={here === index + 1}
            onFocus={() => setHere(index + 1)}
          />
        ))}
      </ol>
    </div>
  );
}
