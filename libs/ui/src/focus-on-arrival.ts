/**
 * A ref for the element that replaces the focused control: focuses it on mount, because the browser would reset the
 * focus to the top of the page.
 */
export const focusOnArrival = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
