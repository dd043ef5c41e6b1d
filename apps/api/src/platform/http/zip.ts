import { crc32 } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: string };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2.0, names in UTF-8, stored without compression, at midnight of 1 January 1980. */
const VERSION = 20;
const UTF8 = 0x0800;
const DAY = 0x21;

type Placed = { readonly name: Buffer; readonly size: number; readonly sum: number; readonly at: number };

/** A ZIP archive of texts, piece by piece (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const placed: Placed[] = [];
  let at = 0;
  for await (const { name, content } of entries) {
    const data = Buffer.from(content);
    const entry = { name: Buffer.from(name), size: data.length, sum: crc32(data), at };
    const head = Buffer.concat([numbers([LOCAL, 4], ...common(entry)), entry.name]);
    placed.push(entry);
    at += head.length + data.length;
    yield head;
    yield data;
  }
  const directory = Buffer.concat(placed.map(directoryEntry));
  yield directory;
  const count = placed.length;
  yield numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [at, 4], [0, 2]);
}

type Field = readonly [value: number, bytes: 2 | 4];

const common = ({ name, size, sum }: Placed): readonly Field[] => [
  [VERSION, 2],
  [UTF8, 2],
  [0, 2],
  [0, 2],
  [DAY, 2],
  [sum, 4],
  [size, 4],
  [size, 4],
  [name.length, 2],
  [0, 2],
];

function directoryEntry(entry: Placed): Buffer {
  const rest: readonly Field[] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [entry.at, 4],
  ];
  return Buffer.concat([numbers([CENTRAL, 4], [VERSION, 2], ...common(entry), ...rest), entry.name]);
}

function numbers(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
