import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;
const SHOTS = 'dist/test-logs';

/** Viewport sizes of a laptop and of a small phone. */
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 360, height: 740 };

/** Reads a variable that `tools/e2e.mjs` sets: where the product under test runs and which files it uses. */
export function told(name: 'E2E_URL' | 'E2E_HOME' | 'E2E_BANK' | 'CHROMIUM'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: journeys are started by npm run e2e`);
  return value;
}

/** A user with a separate browser context that starts without cookies. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Problems that the browser reported: script errors, blocked content, failed requests. */
  readonly complaints: readonly string[];
};

/** The error that Chromium reports for each request while a journey is offline. */
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

/** Defines a test that uses the site in a real browser; saves a screenshot when the test fails. */
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
