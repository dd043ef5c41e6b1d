import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ZipEntry, zipped } from './zip';

const READ = `import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps({name: archive.read(name).decode() for name in archive.namelist()}))`;

/** What another program reads from the archive. */
async function readBack(entries: readonly ZipEntry[]): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    const pieces = await Readable.from(zipped(Readable.from(entries))).toArray();
    writeFileSync(join(folder, 'a.zip'), Buffer.concat(pieces as Buffer[]));
    return JSON.parse(execFileSync('/usr/bin/python3', ['-c', READ, join(folder, 'a.zip')], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('another program reads the same names and texts from the archive', async () => {
  const entries = [
    { name: 'data.json', content: '{"a": "é😀"}' },
    { name: 'assessment-1/question-2.py', content: 'x = 1\n'.repeat(10_000) },
    { name: 'empty.txt', content: '' },
  ];
  expect(await readBack(entries)).toEqual(Object.fromEntries(entries.map(({ name, content }) => [name, content])));
});

test('an archive of nothing can be read, too', async () => {
  expect(await readBack([])).toEqual({});
});
