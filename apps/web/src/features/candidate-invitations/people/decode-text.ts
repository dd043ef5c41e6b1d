/** The text of a file: UTF-8 or UTF-16 with or without a byte order mark, otherwise Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? guessedEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
  } catch {
    // Older spreadsheets save CSV in the code page of Western Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Text of UTF-16 has a zero in every other byte as long as its letters are Latin; UTF-8 has none. */
function guessedEncoding(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 400);
  const zeros = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even + odd === 0) return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}
