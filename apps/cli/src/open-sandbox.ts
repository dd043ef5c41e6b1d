import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetFile } from '@holdout/bank-files';
import { binariesFor } from '@holdout/embedded-postgres';
import { withDatasetFiles } from '@holdout/grading';
import { type Profile, PROFILES, type Sandbox } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';
import { persistent } from './persistent-sandbox';

/** Opens a sandbox of this machine, calls `work` with it, and always closes it. */
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

/** Without PostgreSQL everything except SQL works, and the sandbox reports why. */
function postgresOf(workspace: string): string {
  try {
    return binariesFor(workspace, null);
  } catch {
    return '/nonexistent';
  }
}
