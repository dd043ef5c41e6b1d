import { StatusIcon, type StatusKind } from './status-icon';
import styles from './status.module.css';
import { useUiMessages } from './ui-messages';

type Props = {
  readonly kind: StatusKind;
  /** Replaces the default word, for example with "Passed". */
  readonly label?: string;
};

const MOST_WORDS_TOGETHER = 3;

/** The only component that draws a status: icon, word and colour together. */
export function Status({ kind, label }: Props) {
  const words = useUiMessages().status;
  const text = label ?? words[kind];
  const length = text.split(' ').length > MOST_WORDS_TOGETHER ? styles['sentence'] : '';
  return (
    <span className={`${styles['status']} ${styles[kind]} ${length}`} data-status={kind}>
      <StatusIcon kind={kind} />
      <span>{text}</span>
    </span>
  );
}
