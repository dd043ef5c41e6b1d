const MAX_DEPTH = 250;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The JSON of an answer frame, or `undefined` if it is invalid or nested deeper than the harness ever sends. Comparison
 * recurses into answers, and a hostile one must not overflow the stack.
 */
export function parseAnswer(frame: Uint8Array): unknown {
  if (nestsDeeperThan(frame, MAX_DEPTH)) return undefined;
  try {
    return JSON.parse(UTF8.decode(frame)) as unknown;
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function nestsDeeperThan(json: Uint8Array, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) at = endOfString(json, at);
    else if (OPENING.has(byte)) depth += 1;
    else if (CLOSING.has(byte)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === BACKSLASH) at += 1;
    else if (json[at] === QUOTE) return at;
  }
  return json.length;
}
