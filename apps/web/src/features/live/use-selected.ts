import { useState } from 'react';
import type { LiveAttempt } from './live-query';

/** The attempts that are selected, by invitation; one that has left the list is no longer among them. */
export function useSelected(attempts: readonly LiveAttempt[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    selected: attempts.filter(({ invitationId }) => ids.has(invitationId)),
    has: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setIds((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id])),
    setAll: (all: readonly string[]) => setIds(new Set(all)),
    clear: () => setIds(new Set()),
  };
}
