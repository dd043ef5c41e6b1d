import { textEdit } from '@holdout/assessment';
import type { AnswerInput, RecordedEventInput } from '../../generated/operations';

export type Sent = 'stored' | 'over' | 'unreachable';

export type Batch = {
  readonly sequence: number;
  readonly ageMs: number;
  readonly events: readonly RecordedEventInput[];
};

export type RecorderPorts = {
  readonly send: (batch: Batch) => Promise<Sent>;
  /** Milliseconds of a monotonic timer. */
  readonly now: () => number;
  /** The number of the next batch; one that was sent is never used again, also after a reload. */
  readonly nextSequence: () => number;
};

/** Kept while the server is out of reach; beyond it, the oldest are dropped and texts start again from the whole. */
export const MOST_WAITING = 3000;
const MOST_WAITING_CHARS = 400_000;
/** What the API takes at once. */
const MOST_IN_BATCH = 400;
const MOST_CHARS = 90_000;

type Event = Omit<RecordedEventInput, 'ms'> & { readonly at_: number };

const charsOf = ({ added }: Pick<RecordedEventInput, 'added'>): number => (added ?? '').length;

/** Collects what happens on a page and sends it in batches. It never delays typing or saving, and a failure is not told. */
export class Recorder {
  /** The last recorded text of each field. */
  private readonly texts = new Map<string, string>();
  private waiting: Event[] = [];
  private sending: { readonly sequence: number; readonly events: readonly Event[] } | null = null;
  private isBusy = false;
  private isOver = false;

  constructor(private readonly ports: RecorderPorts) {}

  add(event: Omit<RecordedEventInput, 'ms'>): void {
    if (this.isOver) return;
    this.waiting.push({ ...event, at_: this.ports.now() });
    const chars = this.waiting.reduce((sum, each) => sum + charsOf(each), 0);
    if (this.waiting.length <= MOST_WAITING && chars <= MOST_WAITING_CHARS) return;
    // Edits without those before them cannot be replayed.
    this.waiting = [];
    this.texts.clear();
  }

  /** The texts of an answer as they are now; only what has changed is recorded. */
  edit(itemId: string, answer: AnswerInput): void {
    for (const [field, text] of textsOf(answer)) {
      const key = `${itemId} ${field}`;
      const edit = textEdit(this.texts.get(key) ?? null, text);
      if (edit === null || edit.added.length > MOST_CHARS || !text.isWellFormed()) continue;
      this.texts.set(key, text);
      this.add({ kind: 'EDIT', itemId, field, ...edit });
    }
  }

  /** Sends one batch; one that could not be sent is sent again under the same number. */
  async flush(): Promise<void> {
    if (this.isBusy || this.isOver) return;
    this.sending ??= this.nextBatch();
    if (this.sending === null) return;
    this.isBusy = true;
    const { sequence, events } = this.sending;
    const began = events[0]?.at_ ?? 0;
    const shown = events.map(({ at_, ...event }) => ({ ...event, ms: Math.round(at_ - began) }));
    const sent = await this.ports.send({ sequence, ageMs: Math.round(this.ports.now() - began), events: shown });
    this.isBusy = false;
    if (sent === 'unreachable') return;
    this.sending = null;
    this.isOver = sent === 'over';
  }

  private nextBatch(): Recorder['sending'] {
    let [count, chars] = [0, 0];
    for (const event of this.waiting) {
      chars += charsOf(event);
      if (count > 0 && (count >= MOST_IN_BATCH || chars > MOST_CHARS)) break;
      count += 1;
    }
    if (count === 0) return null;
    const events = this.waiting.slice(0, count);
    this.waiting = this.waiting.slice(count);
    return { sequence: this.ports.nextSequence(), events };
  }
}

/** The texts that a person types, by name: code by its language, others by their part. Drawings are not among them. */
function textsOf({ code, text, scenario, design }: AnswerInput): readonly (readonly [string, string])[] {
  if (code) return [[code.language, code.source]];
  if (text) return [['text', text.text]];
  if (scenario) return [[scenario.part, scenario.text]];
  return (design?.blocks ?? []).map(({ part, text: written }) => [part, written]);
}
