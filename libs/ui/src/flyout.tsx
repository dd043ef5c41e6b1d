import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import styles from './flyout.module.css';

type Props = {
  /** The accessible name of the button. */
  readonly label: string;
  /** The visible content of the button. */
  readonly face: ReactNode;
  readonly children: ReactNode;
  /** The side of the button that the panel is aligned with. */
  readonly side?: 'start' | 'end';
};

function place(button: HTMLElement | null, panel: HTMLElement | null, side: 'start' | 'end'): void {
  if (!button || !panel) return;
  const at = button.getBoundingClientRect();
  panel.style.insetBlockStart = `${at.bottom}px`;
  if (side === 'start') panel.style.insetInlineStart = `${at.left}px`;
  else panel.style.insetInlineEnd = `${Math.max(0, document.documentElement.clientWidth - at.right)}px`;
}

/** A button that opens a small panel below it. Uses the native popover, which closes on Esc and on an outside click. */
export function Flyout({ label, face, children, side = 'end' }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const closeAfterAct = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button')) panel.current?.hidePopover();
  };
  return (
    <>
      <button ref={button} type="button" popoverTarget={id} aria-label={label} className={styles['button']}>
        {face}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={styles['panel']}
        onBeforeToggle={() => place(button.current, panel.current, side)}
        onClick={closeAfterAct}
      >
        {children}
      </div>
    </>
  );
}
