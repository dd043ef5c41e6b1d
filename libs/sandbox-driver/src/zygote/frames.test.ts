import fc from 'fast-check';
import { FrameReader, encodeFrame } from './frames';

test('reassembles frames from chunks of any size', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.nat(40)), (messages, cuts) => {
      const stream = Buffer.concat(messages.map((message) => encodeFrame(message)));
      const reader = new FrameReader(1 << 16);
      const received: unknown[] = [];
      for (let at = 0, next = 0; at < stream.length; next += 1) {
        const size = 1 + (cuts[next % Math.max(cuts.length, 1)] ?? 5);
        const frames = reader.push(stream.subarray(at, at + size));
        if (frames !== 'tooLarge')
          received.push(...frames.map((frame) => JSON.parse(frame.toString('utf8')) as unknown));
        at += size;
      }
      expect(received).toEqual(messages);
    }),
  );
});

test('rejects a frame whose announced length exceeds the cap', () => {
  const reader = new FrameReader(100);
  expect(reader.push(Buffer.from([0x40, 0, 0, 0]))).toBe('tooLarge');
});
