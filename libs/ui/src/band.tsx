import { VisuallyHidden } from '@mantine/core';
import styles from './band.module.css';
import { useUiMessages } from './ui-messages';

/** An estimate from 0 to 100 with its 50 % (inner) and 95 % intervals. */
export type BandValues = {
  readonly estimate: number;
  readonly innerLow: number;
  readonly innerHigh: number;
  readonly low: number;
  readonly high: number;
};

type Props = {
  /** What is estimated; for screen readers only. */
  readonly label: string;
  readonly values: BandValues;
  /** Labelled lines, for example the pass line. */
  readonly lines?: readonly { readonly at: number; readonly label: string }[];
  /** Diamonds on the axis, for example baseline and reference. The caller describes them in text. */
  readonly marks?: readonly { readonly at: number; readonly look: 'hollow' | 'filled' }[];
  /** True if the caller states the numbers in its own text; then only the drawing is rendered. */
  readonly isWordless?: boolean;
};

const onAxis = (value: number) => `${Math.min(100, Math.max(0, value))}%`;
const inWords = (value: number) => String(Math.round(value));

/** Half the width of a letter, in per cent of the axis on a small phone. */
const HALF_A_LETTER = 0.95;

/** Centres a label over its line; a label that would overflow is aligned to that end of the axis. */
function placeOf(label: string, at: number): { readonly x: string; readonly textAnchor: 'start' | 'middle' | 'end' } {
  const half = label.length * HALF_A_LETTER;
  if (at + half > 100) return { x: '100%', textAnchor: 'end' };
  return at < half ? { x: '0%', textAnchor: 'start' } : { x: onAxis(at), textAnchor: 'middle' };
}

/** An estimate with its error on an axis from 0 to 100, and as text unless `isWordless`. */
export function Band({ label, values, lines = [], marks = [], isWordless = false }: Props) {
  const words = useUiMessages().band;
  const { estimate, low, high } = values;
  const numbers = [inWords(estimate), inWords(low), inWords(high)] as const;
  return (
    <div className={styles['band']}>
      <svg className={styles['plot']} aria-hidden="true" focusable="false">
        <line className={styles['axis']} x1="0%" x2="100%" y1="50%" y2="50%" />
        {[0, 50, 100].map((tick) => (
          <line key={tick} className={styles['axis']} x1={onAxis(tick)} x2={onAxis(tick)} y1="36%" y2="64%" />
        ))}
        <line className={styles['outer']} x1={onAxis(low)} x2={onAxis(high)} y1="50%" y2="50%" />
        <line
          className={styles['inner']}
          x1={onAxis(values.innerLow)}
          x2={onAxis(values.innerHigh)}
          y1="50%"
          y2="50%"
        />
        {lines.map((line) => (
          <g key={line.label}>
            <line className={styles['line']} x1={onAxis(line.at)} x2={onAxis(line.at)} y1="0%" y2="100%" />
            <text className={styles['label']} y="-2" {...placeOf(line.label, line.at)}>
              {line.label}
            </text>
          </g>
        ))}
        {marks.map(({ at, look }) => (
          <svg key={look} className={styles['mark']} x={onAxis(at)} y="50%">
            <path className={styles[look]} d="M0 -7 L5 0 L0 7 L-5 0 Z" />
          </svg>
        ))}
        <circle className={styles['dot']} cx={onAxis(estimate)} cy="50%" r="5" />
      </svg>
      {isWordless ? null : (
        <>
          <span className={styles['words']} aria-hidden="true">
            {words.words(...numbers)}
          </span>
          <VisuallyHidden>{words.sentence(label, ...numbers)}</VisuallyHidden>
        </>
      )}
    </div>
  );
}
