import { Injectable } from '@nestjs/common';

/** The state of one part; one `ready: false` makes the whole not ready. */
export type Condition = { readonly ready: boolean; readonly detail: string };
type Check = () => Promise<Condition>;

export type ReadinessReport = { readonly ready: boolean; readonly parts: Readonly<Record<string, string>> };

const PATIENCE_MS = 2000;

/** The checks behind `/readyz`. Features register theirs at the start. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  async report(): Promise<ReadinessReport> {
    const asked = [...this.checks].map(async ([name, check]) => ({ name, ...(await ask(check)) }));
    const conditions = await Promise.all(asked);
    return {
      ready: conditions.every(({ ready }) => ready),
      parts: Object.fromEntries(conditions.map(({ name, detail }) => [name, detail])),
    };
  }
}

async function ask(check: Check): Promise<Condition> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const tooLate = new Promise<Condition>((resolve) => {
    late.addEventListener('abort', () => resolve({ ready: false, detail: 'timed out' }), { once: true });
  });
  // The response is public, so the reason is only logged.
  return Promise.race([check().catch(() => ({ ready: false, detail: 'failed' })), tooLate]);
}
