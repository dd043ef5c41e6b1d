import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { copyId, ITEM_SPACE, tokenOf } from './many-attempts.mjs';
import { operation } from './operations.mjs';
import { requestOf } from './wire.mjs';

const SLICE_MS = 5;

/** Items of people with an open attempt, each with the revision that its next save builds on. */
export class Savers {
  constructor({ count, itemsEach, positions }) {
    Object.assign(this, { count, itemsEach, positions });
    this.revisions = new Map();
    this.busy = new Set();
    this.turn = 0;
  }

  /** The next item that has no save on its way: one person after the other. */
  next() {
    for (;;) {
      this.turn += 1;
      const person = (this.turn * 7919) % this.count;
      const position = this.positions[Math.floor(this.turn / this.count) % this.positions.length];
      const item = person * this.itemsEach + position;
      if (this.busy.has(item)) continue;
      this.busy.add(item);
      return { person, item };
    }
  }

  request({ person, item }) {
    const basedOn = this.revisions.get(item) ?? 0;
    const answer = { numeric: { text: String(this.turn % 100_000) } };
    const input = { itemId: copyId(ITEM_SPACE, item), revisionId: randomUUID(), basedOn, answer };
    return requestOf(`holdout-candidate=${tokenOf(person)}`, operation('SaveResponse', { input }));
  }

  /** Saves one answer; returns whether it was acknowledged. */
  async save(wires) {
    const target = this.next();
    const { text } = (await wires.ask(this.request(target))) ?? { text: 'no response' };
    const revision = Number(/"revision":(\d+)/.exec(text)?.[1]);
    const isSaved = revision > 0 && text.includes('"SaveResponseSuccess"');
    if (isSaved) this.revisions.set(target.item, revision);
    else this.refusal ??= text;
    this.busy.delete(target.item);
    return isSaved;
  }

  /** What the page sends when a person opens an item, and reads what it shows. */
  openRequest(n) {
    const person = (n * 104_729) % this.count;
    const id = copyId(ITEM_SPACE, person * this.itemsEach + (n % this.itemsEach));
    return requestOf(`holdout-candidate=${tokenOf(person)}`, operation('BenchOpenItem', { id }));
  }
}

const quantileOf = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

function summary(times, errors, seconds) {
  const sorted = Float64Array.from(times).sort();
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantileOf(sorted, share));
  return { perSecond: sorted.length / seconds, p50, p95, p99, errors, n: sorted.length };
}

/** As many saves as so many connections manage, each sending the next when the last is answered. */
export async function unpaced({ savers, wires, connections, seconds }) {
  const times = [];
  let errors = 0;
  const began = performance.now();
  const one = async () => {
    while (performance.now() - began < seconds * 1000) {
      const from = performance.now();
      if (await savers.save(wires)) times.push(performance.now() - from);
      else errors += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return summary(times, errors, (performance.now() - began) / 1000);
}

/**
 * Saves that arrive at a rate whether or not earlier ones are answered; each is timed from the moment at which it was due. Items
 * are opened at a tenth of the rate meanwhile if `opens` is set.
 */
export async function paced({ savers, wires, perSecond, seconds, opens = 0 }) {
  const [times, openTimes] = [[], []];
  let errors = 0;
  const work = [];
  const began = performance.now();
  const timed = async (due, into, act) => {
    if (await act()) into.push(performance.now() - due);
    else errors += 1;
  };
  let [sent, opened] = [0, 0];
  for (let now = 0; now < seconds * 1000; now = performance.now() - began) {
    for (; sent < (now / 1000) * perSecond; sent++) {
      work.push(timed(began + (sent * 1000) / perSecond, times, () => savers.save(wires)));
    }
    for (; opened < (now / 1000) * opens; opened++) {
      const request = savers.openRequest(opened);
      work.push(timed(began + (opened * 1000) / opens, openTimes, async () => isContent(await wires.ask(request))));
    }
    await pause(SLICE_MS);
  }
  // What has not been sent by now was offered in vain.
  const unsent = wires.drop();
  await Promise.all(work);
  const ended = (performance.now() - began) / 1000;
  return { ...summary(times, errors - unsent, ended), unsent, opening: summary(openTimes, 0, ended) };
}

const isContent = (response) => response?.status === 200 && response.text.includes('"content"');
