import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetFile } from '@holdout/bank-files';
import { binariesFor } from '@holdout/embedded-postgres';
import { withDatasetFiles } from '@holdout/grading';
import { type Profile, PROFILES, type Sandbox } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';
import { persistent } from './persistent-sandbox';
import type { Terminal } from './terminal';

/** Opens a sandbox on this machine. Closing it also removes its files. */
export async function openSandbox(workspace: string, profiles: readonly Profile[] = PROFILES): Promise<Sandbox> {
  const scratchDir = mkdtempSync(join(tmpdir(), 'holdout-cli-'));
  const removeFiles = (): void => rmSync(scratchDir, { recursive: true, force: true });
  try {
    const sandbox = await createSandbox({
      scratchDir,
      profiles,
      nodeBinary: process.execPath,
      postgresBinaries: postgresOf(workspace),
      boxDir: join(workspace, 'libs/sandbox-driver/box'),
    });
    const withFiles = withDatasetFiles(sandbox, (file) => datasetFile(join(workspace, 'node_modules'), file));
    return { ...persistent(withFiles), close: () => sandbox.close().finally(removeFiles) };
  } catch (error) {
    removeFiles();
    throw error;
  }
}

/** Runs the work with the terminal's sandbox, or with a new one that is closed afterwards, also on failure. */
export async function withSandbox<T>(
  { workspace, sandbox: open }: Pick<Terminal, 'workspace' | 'sandbox'>,
  work: (sandbox: Sandbox) => Promise<T>,
  profiles?: readonly Profile[],
): Promise<T> {
  if (open) return work(open);
  const sandbox = await openSandbox(workspace, profiles);
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
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
