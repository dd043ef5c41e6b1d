/** Widths at which a preview can be looked at, in pixels: a phone and a tablet. */
export const PREVIEW_WIDTHS = [360, 768] as const;

const NAME = 'holdout-preview';
const HEIGHT = 800;

/** Opens this page in a window of a width. To the server it is another page of the attempt. */
export function openPreviewWindow(width: number): void {
  window.open(window.location.href, `${NAME}-${width}`, `popup,width=${width},height=${HEIGHT}`)?.focus();
}

/** Whether this window was opened to look at a preview: it goes on with the attempt at once. */
export const isPreviewWindow = (): boolean => window.name.startsWith(NAME);
