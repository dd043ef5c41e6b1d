import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Fonts in WOFF2 and pictures are compressed by their format; source maps and lists for the server are not served. */
const TEXT = /\.(js|css|html|svg|json|txt|xml|wasm|webmanifest)$/;
const NOT_SERVED = /(^|\/)\.|^operations\.json$/;
/** What fits in one packet gains nothing. */
const SMALLEST_BYTES = 1_000;

/** Quality 11 makes files a tenth smaller and takes ten times as long, which a start from a fresh clone would wait for. */
const ENCODINGS = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

async function compress(file) {
  const bytes = readFileSync(file);
  for (const [ending, encode] of Object.entries(ENCODINGS)) {
    const encoded = await encode(bytes);
    if (encoded.length < bytes.length) writeFileSync(`${file}.${ending}`, encoded);
  }
}

/** Writes a brotli and a gzip file beside each text file of the built web app, for the server to send as they are. */
export async function compressAll(root) {
  const files = globSync('**/*', { cwd: root })
    .filter((path) => TEXT.test(path) && !NOT_SERVED.test(path))
    .map((path) => join(root, path))
    .filter((file) => statSync(file).isFile() && statSync(file).size > SMALLEST_BYTES);
  const next = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) await compress(file);
  };
  await Promise.all(cpus().map(next));
}
