import { useState } from 'react';

/** The ids of the selected rows. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setIds((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id])),
    setAll: (all: readonly string[]) => setIds(new Set(all)),
  };
}
