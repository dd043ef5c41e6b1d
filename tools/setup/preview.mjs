import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startScratchProduct } from '../scratch-product.mjs';
import { buildProduct } from './build.mjs';
import { step } from './say.mjs';

/**
 * Shows a question in a temporary product, whose bank has only this question. `runCli` runs the command line: first to
 * check that the question exists, before the product is started.
 */
export async function preview(runCli, words) {
  await buildProduct();
  const code = await runCli(...words);
  if (code !== 0) return code;
  const bank = mkdtempSync(join(tmpdir(), 'holdout-preview-'));
  try {
    return await withProduct(bank, (told) => runCli(...words, ...told));
  } finally {
    rmSync(bank, { recursive: true, force: true });
  }
}

async function withProduct(bank, work) {
  const port = await freePort();
  const settings = {
    HOLDOUT_PREVIEW: `http://127.0.0.1:${port}`,
    HOLDOUT_PUBLIC_BANK: bank,
    HOLDOUT_BANKS: '',
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    DATABASE_URL: '',
    GRADER_DATABASE_URL: '',
  };
  const product = await step('Starting a temporary product', () => startScratchProduct(settings));
  try {
    return await work(['--product', product.url, '--product-bank', bank, '--port', String(port)]);
  } finally {
    await product.stop();
  }
}
