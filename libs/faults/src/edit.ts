import type { UnnamedFault } from './fault';

export type Edit = { readonly operator: string; readonly start: number; readonly end: number; readonly after: string };

/** The fault made by replacing a range of the source; null when nothing changes. Offsets are in UTF-16 units. */
export function faultOf(source: string, { operator, start, end, after }: Edit): UnnamedFault | null {
  const before = source.slice(start, end);
  if (before === after) return null;
  const above = source.slice(0, start).split('\n');
  return {
    operator,
    line: above.length,
    column: (above.at(-1) ?? '').length + 1,
    before,
    after,
    source: source.slice(0, start) + after + source.slice(end),
  };
}
