import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import styles from './flyout.module.css';

type Props = {
  /** What the button is called. */
  readonly label: string;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly children: ReactNode;
};

function place(button: HTMLElement | null, panel: HTMLElement | null): void {
  if (!button || !panel) return;
  const at = button.getBoundingClientRect();
  panel.style.insetBlockStart = `${at.bottom}px`;
  panel.style.insetInlineEnd = `${Math.max(0, document.documentElement.clientWidth - at.right)}px`;
}

/** A button that opens a small panel under it. The browser's own popover: it closes by Esc and by a click elsewhere. */
export function Flyout({ label, face, children }: Props) {
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
        onBeforeToggle={() => place(button.current, panel.current)}
        onClick={closeAfterAct}
      >
        {children}
      </div>
    </>
  );
}
