import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answerOf } from '../../bench/support/answers.mjs';

const ACTIONS = { save: 70, flag: 6, present: 8, read: 6, code: 14, cut: 2 };
const PAUSE_MS = [150, 1500];
const CUT_MS = [500, 8000];
/** What the web app's rations admit with room to spare. */
const BETWEEN_CODE_MS = 12_000;
/** The page asks to submit again later: too many were sent, or no grader has been seen for a while. */
const LATER = ['TOO_MANY_SUBMISSIONS', 'GRADING_UNAVAILABLE'];

/** An item that was never answered. */
const NOTHING = { revision: 0, answer: {}, fields: {} };

/**
 * One person who takes the assessment: saves by the rule of revisions, one at a time for each item and repeated under the same id
 * until it is answered; submits code, flags, moves on and finishes. It remembers everything that was acknowledged.
 */
export class Candidate {
  /** The newest acknowledged answer by item id. */
  saved = new Map();
  /** Every submission that was acknowledged, by the id that the client gave it. */
  submissions = new Map();
  flags = new Map();
  receipt = null;
  acknowledged = 0;
  lastCode = -Infinity;
  turn = 0;

  constructor(token, { client, random, violations, bug }) {
    Object.assign(this, { token, client, random, violations, bug });
  }

  async open() {
    const opened = await this.client.insist('OpenLink', { input: { token: this.token } });
    if (opened.code) throw new Error(`A link could not be opened: ${JSON.stringify(opened)}`);
  }

  async start() {
    const { attempt, ...problem } = await this.client.insist('Start', { input: { consent: true } });
    if (!attempt) throw new Error(`An attempt could not be started: ${JSON.stringify(problem)}`);
    Object.assign(this, { id: attempt.id, items: attempt.items, closesAt: attempt.closesAt });
  }

  /** Works until the signal, then finishes. */
  async work(untilMs) {
    await this.start();
    while (performance.now() < untilMs) {
      await this[this.random.weighted(ACTIONS)]();
      await pause(this.random.between(...PAUSE_MS));
    }
  }

  async save() {
    const item = this.random.of(this.items);
    this.turn += 1;
    const { kind, fields } = answerOf(item.content, this.turn);
    const before = this.saved.get(item.id);
    const input = {
      itemId: item.id,
      revisionId: randomUUID(),
      basedOn: before?.revision ?? 0,
      answer: { [kind]: fields },
    };
    const acknowledge = (revision) => {
      this.saved.set(item.id, { revision, kind, fields, revisionId: input.revisionId });
      this.acknowledged += 1;
    };
    if (this.bug === 'early-ack') return this.saveCarelessly(input, acknowledge);
    const result = await this.client.insist('SaveResponse', { input });
    if (result.response) return acknowledge(result.response.revision);
    this.violations.add(
      `a save of its only writer was refused: ${JSON.stringify({ ...result, basedOn: input.basedOn })}`,
    );
  }

  /** A deliberate bug: a save counts as soon as it is sent. */
  async saveCarelessly(input, acknowledge) {
    const sent = this.client.once('SaveResponse', { input }).catch(() => null);
    acknowledge(input.basedOn + 1);
    await sent;
  }

  async code() {
    const item = this.items.find(({ kind }) => kind === 'CODE');
    if (performance.now() - this.lastCode < BETWEEN_CODE_MS) return;
    this.lastCode = performance.now();
    const { language, starter } = item.content.languages[0];
    const source = `${starter}\n# ${this.turn++}\n`;
    const clientId = randomUUID();
    const input = { clientId, itemId: item.id, language, source };
    // A deliberate bug: a repeat, as after a lost response, that does not name the submission which it repeats.
    if (this.bug === 'new-id') await this.client.insist('SubmitCode', { input: { ...input, clientId: randomUUID() } });
    const result = await this.client.insist('SubmitCode', { input });
    if (result.submission) this.submissions.set(clientId, result.submission.id);
    else if (!LATER.includes(result.code)) this.violations.add(`code was refused: ${JSON.stringify(result)}`);
  }

  async flag() {
    const item = this.random.of(this.items);
    const isFlagged = this.random.whether(0.5);
    const result = await this.client.insist('Flag', { input: { itemId: item.id, isFlagged } });
    if (result.item?.isFlagged === isFlagged) this.flags.set(item.id, isFlagged);
    else this.violations.add(`a flag was refused: ${JSON.stringify(result)}`);
  }

  async present() {
    await this.client.insist('Present', { input: { itemId: this.random.of(this.items).id } });
  }

  async cut() {
    this.client.cut(this.random.between(...CUT_MS));
  }

  /** What the server says now must be what it has acknowledged. */
  async read() {
    const attempt = await this.client.insist('Attempt', { id: this.id });
    for (const item of attempt.items) this.compare(item, this.saved.get(item.id) ?? NOTHING);
  }

  compare({ id, response, isFlagged }, saved) {
    const { revision, answer } = response ?? NOTHING;
    const differs = revision !== saved.revision || !contains(answer, saved.fields);
    if (differs)
      this.violations.add(`item ${id} is ${JSON.stringify(response)}, acknowledged was ${JSON.stringify(saved)}`);
    const flag = this.flags.get(id) ?? isFlagged;
    if (flag !== isFlagged) this.violations.add(`item ${id} lost its flag`);
  }

  /** Reads everything once more, then submits twice at once, which must give one end and one receipt. */
  async finish() {
    await this.read();
    const input = { attemptId: this.id };
    const both = await Promise.all([this.client.insist('Finish', { input }), this.client.insist('Finish', { input })]);
    const receipts = new Set(both.map(({ attempt }) => attempt?.receiptCode ?? null));
    if (receipts.size !== 1 || receipts.has(null)) this.violations.add(`finishing twice gave ${JSON.stringify(both)}`);
    [this.receipt] = receipts;
  }
}

/** Whether an answer of the API has these fields. */
export function contains(answer, fields) {
  return Object.entries(fields).every(([name, value]) => JSON.stringify(answer[name]) === JSON.stringify(value));
}
