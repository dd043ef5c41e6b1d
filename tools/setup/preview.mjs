import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startScratchProduct } from '../scratch-product.mjs';
import { buildProduct } from './build.mjs';
import { step } from './say.mjs';

/**
 * Shows a question in a product of its own, which reads a bank with this one question and is gone at the end. `runCli`
 * runs our command line: first to look whether there is such a question, before anybody waits for a product.
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
  const product = await step('Starting a product for it', () => startScratchProduct(settings));
  try {
    return await work(['--product', product.url, '--product-bank', bank, '--port', String(port)]);
  } finally {
    await product.stop();
  }
}
