import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf } from './operations.mjs';

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 3000;
const SILENCE_MS = 20_000;

/** Answers that ask to send the same again. */
const AGAIN = new Set(['RATE_LIMITED', 'status 503']);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Null for a response that is not of GraphQL: of a process that stops, or of a proxy. */
const codeOf = (errors) => errors?.[0]?.extensions?.code ?? null;

/** No answer: the server was not reached, or the network broke. Nobody knows whether the request arrived. */
class NoAnswer extends Error {}

/** A browser of one person: cookies, connections that are kept, and a network that can be cut or lose responses. */
export class Client {
  cookies = new Map();
  agent = new Agent({ keepAlive: true, maxSockets: 4 });
  cutUntil = 0;

  constructor(url, { random, violations, isLossy = true }) {
    Object.assign(this, { url: new URL(url), random, violations, isLossy });
    this.counts = { requests: 0, retries: 0, unavailable: 0, lost: 0, repeated: 0 };
  }

  /** Breaks every connection and reaches nothing for a time. */
  cut(ms) {
    this.cutUntil = performance.now() + ms;
    this.agent.destroy();
    this.agent = new Agent({ keepAlive: true, maxSockets: 4 });
  }

  /** Repeats the same request until it is answered, as the web app does. Any answer but "try again" is returned. */
  async insist(operation, variables) {
    for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
      try {
        return await this.once(operation, variables);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        this.counts.retries += 1;
        await pause(waitMs * this.random.between(0.5, 1));
      }
    }
  }

  /** The result of the only root field. Throws NoAnswer where a repeat is the answer to it. */
  async once(operation, variables) {
    const body = bodyOf(operation, variables);
    const isTwice = this.isLossy && this.random.whether(0.01);
    const isLost = this.isLossy && this.random.whether(0.02);
    const [answer] = await Promise.all([this.post(body), isTwice ? this.post(body).catch(() => null) : null]);
    this.counts.repeated += isTwice ? 1 : 0;
    if (isLost) {
      this.counts.lost += 1;
      throw new NoAnswer('the response was lost');
    }
    return this.read(operation, answer);
  }

  read(operation, { status, text }) {
    const { data, errors } = parsed(text);
    if (!errors && data) return Object.values(data)[0];
    const code = codeOf(errors) ?? `status ${status}`;
    if (code === 'BAD_INPUT') throw new Error(`${operation}: ${text}`);
    if (code === 'UNAVAILABLE') this.counts.unavailable += 1;
    else if (!AGAIN.has(code)) this.violations.add(`${operation} got ${status}: ${text.slice(0, 300)}`);
    throw new NoAnswer(code);
  }

  post(body) {
    this.counts.requests += 1;
    if (performance.now() < this.cutUntil) return Promise.reject(new NoAnswer('the network is cut'));
    return new Promise((resolve, reject) => {
      const fail = (error) => reject(new NoAnswer(error.message));
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...this.cookie(),
      };
      const options = { method: 'POST', path: '/graphql', headers, agent: this.agent, timeout: SILENCE_MS };
      const sent = request(this.url, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.on('error', fail);
        response.on('end', () => {
          this.remember(response.headers['set-cookie'] ?? []);
          resolve({ status: response.statusCode, text });
        });
      });
      sent.on('error', fail);
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.end(body);
    });
  }

  cookie() {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  remember(lines) {
    for (const line of lines) {
      const [pair] = line.split(';', 1);
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  close() {
    this.agent.destroy();
  }
}
