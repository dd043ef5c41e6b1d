import { watch } from 'node:fs';

/** Editors write, rename and remove files within this time when they save. */
const SETTLED_MS = 150;

/** Calls back after changes in the folders have settled (debounced), never twice at the same time. */
export function watchFolders(folders: readonly string[], call: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | null = null;
  let running = Promise.resolve();
  const changed = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(call);
    }, SETTLED_MS);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed));
  for (const watcher of watchers) watcher.on('error', changed);
  return {
    close: () => {
      if (timer !== null) clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
