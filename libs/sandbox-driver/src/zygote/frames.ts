const HEADER_BYTES = 4;

/** Encodes one JSON message with its length in front. */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
}

/** Cuts a stream into frames. A frame whose announced length exceeds the cap is rejected before it is buffered. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private buffered = 0;

  constructor(private readonly capBytes: number) {}

  /** The frames that are complete now, or `tooLarge` if one was announced that exceeds the cap. */
  push(chunk: Buffer): readonly Buffer[] | 'tooLarge' {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    const frames: Buffer[] = [];
    for (;;) {
      const size = this.announced();
      if (size === undefined) return frames;
      if (size > this.capBytes) return 'tooLarge';
      if (this.buffered < HEADER_BYTES + size) return frames;
      frames.push(this.take(HEADER_BYTES + size).subarray(HEADER_BYTES));
    }
  }

  private announced(): number | undefined {
    if (this.buffered < HEADER_BYTES) return undefined;
    if ((this.chunks[0]?.length ?? 0) < HEADER_BYTES) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]?.readUInt32BE(0);
  }

  private take(size: number): Buffer {
    const all = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
    this.chunks = [all.subarray(size)];
    this.buffered -= size;
    return all.subarray(0, size);
  }
}
