import fc from 'fast-check';
import { FrameReader, encodeFrame } from './frames';

test('puts frames together again wherever the stream was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.nat(40)), (messages, cuts) => {
      const stream = Buffer.concat(messages.map((message) => encodeFrame(message)));
      const reader = new FrameReader(1 << 16);
      const heard: unknown[] = [];
      for (let at = 0, next = 0; at < stream.length; next += 1) {
        const size = 1 + (cuts[next % Math.max(cuts.length, 1)] ?? 5);
        const frames = reader.push(stream.subarray(at, at + size));
        if (frames !== 'tooLarge') heard.push(...frames.map((frame) => JSON.parse(frame.toString('utf8')) as unknown));
        at += size;
      }
      expect(heard).toEqual(messages);
    }),
  );
});

test('stops listening to whoever announces more than the cap', () => {
  const reader = new FrameReader(100);
  expect(reader.push(Buffer.from([0x40, 0, 0, 0]))).toBe('tooLarge');
});
