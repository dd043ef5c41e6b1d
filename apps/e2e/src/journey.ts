import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;
const SHOTS = 'dist/test-logs';

/** Widths of a laptop and of a small phone. */
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 360, height: 740 };

/** Gives what `tools/e2e.mjs` tells a journey about the product that it has started. */
export function told(name: 'E2E_URL' | 'E2E_HOME' | 'E2E_BANK' | 'CHROMIUM'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: journeys are started by npm run e2e`);
  return value;
}

/** Someone with a browser of their own, with no cookies yet. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, refused content, failed requests. */
  readonly complaints: readonly string[];
};

/** What a browser says of each request while a journey has taken it off the network. */
const OFFLINE = 'net::ERR_INTERNET_DISCONNECTED';

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes(OFFLINE)) complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

async function newVisitor(browser: Browser, viewport: typeof WIDE): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: told('E2E_URL'),
    viewport,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(CONDITION_MS);
  const page = await context.newPage();
  return { page, context, complaints: listen(page) };
}

/** A test that walks through the site in a real browser; where it stops, it leaves a picture. */
export function journey(name: string, viewport: typeof WIDE, walk: (visitor: Visitor) => Promise<void>): void {
  test(name, async () => {
    const browser = await chromium.launch({ executablePath: told('CHROMIUM'), args: [...FLAGS, ...QUIET] });
    try {
      const visitor = await newVisitor(browser, viewport);
      try {
        await walk(visitor);
      } catch (failure) {
        mkdirSync(SHOTS, { recursive: true });
        await visitor.page.screenshot({ path: join(SHOTS, `${name.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
        throw failure;
      }
      expect(visitor.complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
