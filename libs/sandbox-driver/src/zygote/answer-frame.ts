const DEEPEST = 250;

/**
 * What a box put into its answer frame, or `undefined` when it is no JSON or nested deeper than any honest harness
 * sends: whoever compares answers walks them, and must not run out of stack for a program's pleasure.
 */
export function parseAnswer(frame: Buffer): unknown {
  if (nestsDeeperThan(frame, DEEPEST)) return undefined;
  try {
    return JSON.parse(frame.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function nestsDeeperThan(json: Buffer, limit: number): boolean {
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

function endOfString(json: Buffer, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === BACKSLASH) at += 1;
    else if (json[at] === QUOTE) return at;
  }
  return json.length;
}
