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
export function told(name: 'E2E_URL' | 'E2E_HOME' | 'E2E_BANK' | 'E2E_DNS' | 'CHROMIUM'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: journeys are started by npm run e2e`);
  return value;
}

/** A user with a separate browser context that starts without cookies. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a page of another person: a context of the same browser without cookies. Its problems are reported too. */
  readonly newContext: () => Promise<Page>;
  /** Problems that the browser reported: script errors, blocked content, failed requests. */
  readonly complaints: readonly string[];
};

/** The error that Chromium reports for each request while a journey is offline. */
const OFFLINE = 'net::ERR_INTERNET_DISCONNECTED';

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes(OFFLINE)) complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
}

async function openPage(browser: Browser, viewport: typeof WIDE, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({
    baseURL: told('E2E_URL'),
    viewport,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(CONDITION_MS);
  const page = await context.newPage();
  listen(page, complaints);
  return page;
}

async function newVisitor(browser: Browser, viewport: typeof WIDE): Promise<Visitor> {
  const complaints: string[] = [];
  const newContext = () => openPage(browser, viewport, complaints);
  const page = await newContext();
  return { page, context: page.context(), newContext, complaints };
}

/** A screenshot of every open page, the first one under the name of the journey. */
async function keepShots(browser: Browser, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const path = join(SHOTS, `${name.replaceAll(/\W+/g, '-')}${index === 0 ? '' : `-${index + 1}`}.png`);
    await page.screenshot({ path, fullPage: true });
  }
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
        await keepShots(browser, name);
        throw failure;
      }
      expect(visitor.complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
