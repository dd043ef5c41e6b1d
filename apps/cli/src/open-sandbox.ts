import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetFile } from '@holdout/bank-files';
import { binariesFor } from '@holdout/embedded-postgres';
import { withDatasetFiles } from '@holdout/grading';
import { type Profile, PROFILES, type Sandbox } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';
import { persistent } from './persistent-sandbox';

/** Lends a sandbox of this machine to some work, and takes it down however that ends. */
export async function withSandbox<T>(
  workspace: string,
  work: (sandbox: Sandbox) => Promise<T>,
  profiles: readonly Profile[] = PROFILES,
): Promise<T> {
  const scratchDir = mkdtempSync(join(tmpdir(), 'holdout-cli-'));
  try {
    const sandbox = await createSandbox({
      scratchDir,
      profiles,
      nodeBinary: process.execPath,
      postgresBinaries: postgresOf(workspace),
      boxDir: join(workspace, 'libs/sandbox-driver/box'),
    });
    try {
      const withFiles = withDatasetFiles(sandbox, (file) => datasetFile(join(workspace, 'node_modules'), file));
      return await work(persistent(withFiles));
    } finally {
      await sandbox.close();
    }
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
}

/** Without it everything but SQL is there, and the sandbox says what SQL lacks. */
function postgresOf(workspace: string): string {
  try {
    return binariesFor(workspace, null);
  } catch {
    return '/nonexistent';
  }
}
