import { watch } from 'node:fs';

/** An editor that saves writes, renames and removes within this time. */
const SETTLED_MS = 150;

/** Calls once whatever happens in the folders has settled; a call that runs is waited for before the next. */
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
