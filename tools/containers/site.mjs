import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 240_000;
const nameOf = (text) => /^(?:query|mutation|subscription) (\w+)/.exec(text)?.[1];

/** One question for each language and SQL dialect, with a solution that passes. */
export const QUESTIONS = [
  { language: 'PYTHON', slug: 'code.films-from-the-future', solution: 'main.py' },
  { language: 'R', slug: 'code.ozone-by-month', solution: 'main.R' },
  { language: 'SQL', slug: 'code.shipped-revenue', solution: 'main.sql' },
  { language: 'SQL', slug: 'code.funnel-entered-again', solution: 'main.sql' },
  { language: 'JAVASCRIPT', slug: 'code.feature-hashing', solution: 'main.mjs' },
  { language: 'TYPESCRIPT', slug: 'code.feature-hashing', solution: 'main.ts' },
];

/** Repeats an attempt until it gives a result, and fails with the last reason. */
async function until(what, attempt) {
  const deadline = Date.now() + PATIENCE_MS;
  let reason = '';
  while (Date.now() < deadline) {
    const { value, why } = await attempt().catch((error) => ({ why: String(error) }));
    if (value !== undefined) return value;
    reason = why;
    await pause(1000);
  }
  throw new Error(`${what} within ${PATIENCE_MS / 1000} s: ${reason}`);
}

/** A guest of a running site, who sends the operations of its web app. */
export class SiteGuest {
  cookie = '';

  /** `operations` are the texts of the web app's operations by their id, as in operations.json. */
  constructor(url, operations) {
    this.url = url;
    this.ids = new Map(Object.entries(operations).map(([id, text]) => [nameOf(text), id]));
  }

  async ready() {
    await until('The site is not ready', async () => {
      const response = await fetch(`${this.url}/readyz`);
      const body = await response.text();
      return response.ok ? { value: body } : { why: body };
    });
  }

  async ask(operationName, variables) {
    const extensions = { persistedQuery: { version: 1, sha256Hash: this.ids.get(operationName) } };
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie: this.cookie },
      body: JSON.stringify({ operationName, variables, extensions }),
    });
    const [line] = response.headers.getSetCookie();
    if (line) this.cookie = line.split(';', 1)[0];
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${operationName} was refused: ${JSON.stringify(errors)}`);
    return Object.values(data)[0];
  }

  /** Submits the solution of a question and gives the graded submission. Its cases are generated after the first start. */
  async grade({ language, slug, solution }) {
    const source = readFileSync(`bank/questions/${slug}/solution/${solution}`, 'utf8');
    const itemId = await until(`${slug} cannot be practised`, async () => {
      const { attempt, code } = await this.ask('StartPractice', { input: { slug } });
      return { value: attempt?.items[0]?.id, why: code };
    });
    const id = await until(`${slug} cannot be submitted`, async () => {
      const input = { clientId: randomUUID(), itemId, language, source };
      const { submission, code, unavailableReason } = await this.ask('SubmitCode', { input });
      return { value: submission?.id, why: `${code} ${unavailableReason ?? ''}` };
    });
    return until(`${slug} is not graded`, async () => {
      const submission = await this.ask('Submission', { id });
      return submission.status === 'GRADED' ? { value: submission } : { why: submission.status };
    });
  }
}
