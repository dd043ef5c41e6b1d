export type Span = { readonly from: number; readonly to: number };

/** A piece of a source; `part` is the number of the part in common, null for what is not one. */
export type Piece = { readonly text: string; readonly part: number | null };

/** Cuts a source where parts in common begin and end; their numbers are their places in the list. */
export function piecesOf(source: string, spans: readonly Span[]): readonly Piece[] {
  const numbered = spans.map((span, index) => ({ ...span, part: index + 1 })).sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, part } of numbered) {
    pieces.push({ text: source.slice(at, from), part: null }, { text: source.slice(Math.max(at, from), to), part });
    at = to;
  }
  pieces.push({ text: source.slice(at), part: null });
  return pieces.filter(({ text }) => text !== '');
}
