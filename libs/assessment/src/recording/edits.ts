/** A change of a text: at `at`, `removed` characters were replaced. Null for the first one, which starts from nothing. */
export type TextEdit = { readonly at: number; readonly removed: number | null; readonly added: string };

/**
 * The change that turns `from` into `to`; null if they are equal. `from` is null for a text that was not recorded before. It
 * never splits a character of two units, which no database stores.
 */
export function textEdit(from: string | null, to: string): TextEdit | null {
  if (from === null) return { at: 0, removed: null, added: to };
  if (from === to) return null;
  let [start, end] = commonEnds(from, to);
  if (isHigh(from, start - 1)) start -= 1;
  if (isLow(from, from.length - end)) end -= 1;
  return { at: start, removed: from.length - start - end, added: to.slice(start, to.length - end) };
}

/** The text after the edits of one page, in their order; null without any. Throws if one is missing between them. */
export function replayEdits(edits: readonly TextEdit[]): string | null {
  let text: string | null = null;
  for (const { at, removed, added } of edits) {
    if (removed === null) {
      text = added;
      continue;
    }
    if (text === null || at + removed > text.length) throw new Error('An edit before this one is missing.');
    text = text.slice(0, at) + added + text.slice(at + removed);
  }
  return text;
}

/** How many characters two texts share at the start, and how many of the rest at the end. */
function commonEnds(from: string, to: string): [start: number, end: number] {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return [start, end];
}

const isHigh = (text: string, place: number): boolean => /^[\uD800-\uDBFF]$/.test(text[place] ?? '');
const isLow = (text: string, place: number): boolean => /^[\uDC00-\uDFFF]$/.test(text[place] ?? '');
