import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

const find = (box: HTMLElement | null, control: string): HTMLElement | undefined =>
  [...(box?.querySelectorAll<HTMLElement>('[data-control]') ?? [])].find(
    ({ dataset }) => dataset['control'] === control,
  );

/** Focuses a control, by the name in its `data-control`, once the page shows it; the first that exists of several. */
export function useWantedFocus(box: RefObject<HTMLElement | null>) {
  const wanted = useRef<readonly string[] | null>(null);
  // The browser drops the focus when the focused control is removed; another one exists only after rendering.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const control = wanted.current.map((name) => find(box.current, name)).find((each) => each !== undefined);
    wanted.current = null;
    if (control === undefined) return;
    const folded = control.closest('details:not([open])');
    if (folded instanceof HTMLDetailsElement) folded.open = true;
    control.focus();
    control.scrollIntoView({ block: 'nearest' });
  });
  return useCallback((...controls: readonly string[]) => {
    wanted.current = controls;
  }, []);
}

/** The name of the control that has the focus. */
export const focusedControl = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-control]')?.dataset['control'] ?? null;
