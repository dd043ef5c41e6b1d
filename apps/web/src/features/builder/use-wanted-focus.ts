import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

const find = (box: HTMLElement | null, control: string): HTMLElement | undefined =>
  [...(box?.querySelectorAll<HTMLElement>('[data-control]') ?? [])].find(
    ({ dataset }) => dataset['control'] === control,
  );

function focusOn(control: HTMLElement): void {
  const folded = control.closest('details:not([open])');
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  control.focus();
  control.scrollIntoView({ block: 'nearest' });
}

/**
 * `want` focuses a control, by the name in its `data-control`, once the page shows it; the first that exists of several.
 * A part of the page that has been fetched calls `settle`: a control of it may be wanted.
 */
export function useWantedFocus(box: RefObject<HTMLElement | null>) {
  const wanted = useRef<readonly string[] | null>(null);
  const settle = useCallback(() => {
    if (wanted.current === null) return;
    const control = wanted.current.map((name) => find(box.current, name)).find((each) => each !== undefined);
    if (control === undefined && box.current?.querySelector('[data-loading]')) return;
    wanted.current = null;
    if (control !== undefined) focusOn(control);
  }, [box]);
  // The browser drops the focus when the focused control is removed; another one exists only after rendering.
  useLayoutEffect(settle);
  const want = useCallback((...controls: readonly string[]) => {
    wanted.current = controls;
  }, []);
  return { want, settle };
}

/** The name of the control that has the focus. */
export const focusedControl = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-control]')?.dataset['control'] ?? null;
