/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Fields = { readonly [key: string]: Json };

/**
 * What turns one JSON value into another; itself JSON. `null` changes nothing, `r` replaces, `s` replaces a piece of a text
 * (place, length, text), `a` changes a list (changes by place, then the same for a piece of it), `o` changes the fields of
 * an object and `x` removes some.
 */
export type Delta =
  | null
  | { readonly r: Json }
  | { readonly s: readonly [at: number, removed: number, added: string] }
  | {
      readonly a: readonly [
        changes: readonly (readonly [number, Delta])[],
        at: number,
        removed: number,
        added: readonly Json[],
      ];
    }
  | { readonly o: readonly (readonly [string, Delta])[]; readonly x: readonly string[] };

/** What turns `from` into `to`; never larger than `to` by more than a few characters. */
export function deltaOf(from: Json, to: Json): Delta {
  const found = changeOf(from, to);
  return found === null || sizeOf(found) <= sizeOf(to) ? found : { r: to };
}

/** The value that the delta makes of `from`. Throws if it was made for another one. */
export function applyDelta(from: Json, delta: Delta): Json {
  if (delta === null) return from;
  if ('r' in delta) return delta.r;
  if ('s' in delta) return applyToText(from, delta.s);
  return 'a' in delta ? applyToList(from, delta.a) : applyToFields(from, delta);
}

function applyToText(from: Json, [at, removed, added]: Extract<Delta, { s: unknown }>['s']): Json {
  if (typeof from !== 'string') throw new Error('The delta changes a text.');
  return from.slice(0, at) + added + from.slice(at + removed);
}

function applyToFields(from: Json, { o: changed, x: gone }: Extract<Delta, { o: unknown }>): Json {
  if (!isFields(from)) throw new Error('The delta changes the fields of an object.');
  const fields = new Map(Object.entries(from));
  for (const key of gone) fields.delete(key);
  for (const [key, change] of changed) fields.set(key, applyDelta(fields.get(key) ?? null, change));
  return Object.fromEntries(fields);
}

function applyToList(from: Json, [changes, at, removed, added]: Extract<Delta, { a: unknown }>['a']): Json {
  if (!isList(from)) throw new Error('The delta changes a list.');
  const list = [...from];
  for (const [place, change] of changes) list[place] = applyDelta(list[place] ?? null, change);
  return [...list.slice(0, at), ...added, ...list.slice(at + removed)];
}

function changeOf(from: Json, to: Json): Delta {
  if (typeof from === 'string' && typeof to === 'string') return changeOfText(from, to);
  if (isList(from) && isList(to)) return changeOfList(from, to);
  if (isFields(from) && isFields(to)) return changeOfFields(from, to);
  return from === to ? null : { r: to };
}

function changeOfText(from: string, to: string): Delta {
  if (from === to) return null;
  const [start, end] = commonEnds(from.length, to.length, (a, b) => from.charCodeAt(a) === to.charCodeAt(b));
  return { s: [start, from.length - start - end, to.slice(start, to.length - end)] };
}

/** A piece that is replaced, or elements compared place by place from the front or from the back: whichever says least. */
function changeOfList(from: readonly Json[], to: readonly Json[]): Delta {
  const least = [ofPiece(from, to), ofPlaces(from, to, 0), ofPlaces(from, to, to.length - from.length)].toSorted(
    (a, b) => sizeOf(a) - sizeOf(b),
  )[0];
  return least ?? null;
}

function ofPiece(from: readonly Json[], to: readonly Json[]): Delta {
  const [before, after] = [from, to].map((list) => list.map((each) => JSON.stringify(each)));
  const [start, end] = commonEnds(from.length, to.length, (a, b) => before?.[a] === after?.[b]);
  const [removed, added] = [from.length - start - end, to.slice(start, to.length - end)];
  return removed === 0 && added.length === 0 ? null : { a: [[], start, removed, added] };
}

/** `shift`: how much further back an element is in `to`: 0, or the difference of the lengths. */
function ofPlaces(from: readonly Json[], to: readonly Json[], shift: number): Delta {
  const first = Math.max(0, -shift);
  const last = Math.min(from.length, to.length - shift);
  const changes = from.slice(first, last).flatMap((each, index): (readonly [number, Delta])[] => {
    const change = deltaOf(each, to[first + index + shift] ?? null);
    return change === null ? [] : [[first + index, change]];
  });
  return shift === 0
    ? listDelta(changes, last, from.length - last, to.slice(last))
    : listDelta(changes, 0, first, to.slice(0, Math.max(0, shift)));
}

function listDelta(...[changes, at, removed, added]: Extract<Delta, { a: unknown }>['a']): Delta {
  return changes.length + removed + added.length === 0 ? null : { a: [changes, at, removed, added] };
}

function changeOfFields(from: Fields, to: Fields): Delta {
  const [before, after] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
  const changed = [...after].flatMap(([key, value]): (readonly [string, Delta])[] => {
    const known = before.get(key);
    const change: Delta = known === undefined ? { r: value } : deltaOf(known, value);
    return change === null ? [] : [[key, change]];
  });
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return changed.length === 0 && gone.length === 0 ? null : { o: changed, x: gone };
}

/** How many places two sequences share at the start, and how many of the rest at the end. */
function commonEnds(a: number, b: number, isSame: (a: number, b: number) => boolean): readonly [number, number] {
  const most = Math.min(a, b);
  let start = 0;
  while (start < most && isSame(start, start)) start += 1;
  let end = 0;
  while (end < most - start && isSame(a - 1 - end, b - 1 - end)) end += 1;
  return [start, end];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const sizeOf = (value: Json | Delta): number => JSON.stringify(value).length;
