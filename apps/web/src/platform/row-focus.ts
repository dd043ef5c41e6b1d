const rowsIn = (box: HTMLElement | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

/** Focuses a row by its index. */
export function focusRow(box: HTMLElement | null, place: number): void {
  rowsIn(box)[place]?.focus();
}

/** Moves the focus one row forward or back; from outside the list, to its first row. */
export function stepRow(box: HTMLElement | null, step: 1 | -1): void {
  const rows = rowsIn(box);
  const now = rows.findIndex((row) => row === document.activeElement);
  const next = now === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, now + step));
  rows[next]?.focus();
}
