/** A ref for what replaces the control that had the focus: the focus goes there, not to the top of the page. */
export const focusOnArrival = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
