import { StatusIcon, type StatusKind } from './status-icon';
import styles from './status.module.css';
import { useUiMessages } from './ui-messages';

type Props = {
  readonly kind: StatusKind;
  /** Replaces the default word, for example with "Passed". */
  readonly label?: string;
};

/** The only component that draws a status: icon, word and colour together. */
export function Status({ kind, label }: Props) {
  const words = useUiMessages().status;
  return (
    <span className={`${styles['status']} ${styles[kind]}`} data-status={kind}>
      <StatusIcon kind={kind} />
      <span>{label ?? words[kind]}</span>
    </span>
  );
}
