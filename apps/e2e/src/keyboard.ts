import type { ElementHandle, Locator, Page } from 'playwright-core';

/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;

/** More stops than any page of a journey has. */
const MOST_STOPS = 200;
/** What people see of the focus: at the element itself, or at what is drawn in its place. */
const DRAWN = ['outline', 'boxShadow', 'borderColor', 'backgroundColor', 'textDecoration'] as const;

type Stop = { readonly handle: ElementHandle<Element>; readonly name: string; readonly look: string };

/** Whoever uses it has no mouse: everything is reached by Tab and done by keys, and each stop has to show that it has the focus. */
export class Keyboard {
  private last: Stop | null = null;

  constructor(private readonly page: Page) {}

  /** Presses Tab until the element has the focus. At every stop on the way the focus is somewhere, seen, and not covered. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    const passed: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press(key);
      const stop = await this.stopNow();
      await this.expectLookLost();
      this.last = stop;
      passed.push(stop.name);
    }
    throw new Error(`${key} does not reach ${target.toString()}. It stops at:\n${passed.join('\n')}`);
  }

  /** Presses a key at the element, which then may be gone; the focus may not. */
  async press(target: Locator, key: 'Enter' | 'Space' | 'ArrowDown' | 'ArrowUp'): Promise<void> {
    await this.to(target);
    this.last = null;
    await this.page.keyboard.press(key);
  }

  /** Replaces the text of a field. */
  async type(field: Locator, text: string): Promise<void> {
    await this.to(field);
    this.last = null;
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Waits until the focus is on an element, after a page or a part of it was replaced. */
  async expectFocusKept(): Promise<void> {
    const until = Date.now() + CONDITION_MS;
    while (await this.page.evaluate(() => document.activeElement === document.body)) {
      if (Date.now() > until) throw new Error(`The focus is lost on ${this.page.url()}.`);
    }
  }

  private async stopNow(): Promise<Stop> {
    const handle = (await this.page.evaluateHandle(() => document.activeElement)).asElement();
    const name = handle === null ? 'nothing' : await nameOf(handle);
    if (handle === null || name === 'BODY') throw new Error(`Tab leads out of the page at ${this.page.url()}.`);
    const hidden = await hiddenBy(handle);
    if (hidden !== null) throw new Error(`The focus is on ${name}, which cannot be seen: ${hidden}.`);
    return { handle, name, look: await lookOf(handle) };
  }

  /** An element that looks the same without the focus did not show it. */
  private async expectLookLost(): Promise<void> {
    if (this.last === null) return;
    const { handle, name, look } = this.last;
    const isThere = await handle.evaluate((one) => one.isConnected && one !== document.activeElement);
    if (isThere && (await lookOf(handle)) === look) throw new Error(`${name} does not show that it has the focus.`);
  }
}

const nameOf = (handle: ElementHandle<Element>): Promise<string> =>
  handle.evaluate((one) =>
    one === document.body
      ? 'BODY'
      : `${one.tagName.toLowerCase()} "${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 60)}"`,
  );

/** How the element is drawn, with what is drawn around it in its place, such as the box of a field. Transitions are ended first. */
const lookOf = (handle: ElementHandle<Element>): Promise<string> =>
  handle.evaluate((one, names) => {
    const around = [one, one.nextElementSibling, one.parentElement, one.parentElement?.parentElement];
    const drawn = around.filter((each) => each instanceof Element);
    for (const each of drawn) {
      for (const change of each.getAnimations()) if (change instanceof CSSTransition) change.finish();
    }
    return JSON.stringify(drawn.map((each) => names.map((name) => getComputedStyle(each)[name])));
  }, DRAWN);

type Spot = { readonly width: number; readonly x: number; readonly top: number; readonly bottom: number };

/** The part of an element that is in the window; a checkbox or a radio is drawn by what is beside it. */
const spotOf = (handle: ElementHandle<Element>): Promise<Spot> =>
  handle.evaluate((one) => {
    const own = one.getBoundingClientRect();
    const box = own.width > 1 && own.height > 1 ? own : (one.parentElement ?? one).getBoundingClientRect();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    return { width: Math.min(right - left, bottom - top), x: (left + right) / 2, top, bottom };
  });

/** Whether the element, or what is drawn in its place, is on top at a point. */
const isOnTop = (handle: ElementHandle<Element>, [x, y]: readonly [number, number]): Promise<boolean> =>
  handle.evaluate(
    (one, at) => {
      const found = document.elementFromPoint(at.x, at.y);
      const own = [one, one.parentElement ?? one];
      return found !== null && (found.contains(one) || own.some((each) => each.contains(found)));
    },
    { x, y },
  );

/** Why nobody sees where the focus is; null if some of the element is in the window and on top. */
async function hiddenBy(handle: ElementHandle<Element>): Promise<string | null> {
  const { width, x, top, bottom } = await spotOf(handle);
  if (width <= 0) return 'it is outside of the window';
  for (const y of [(top + bottom) / 2, top + 2, bottom - 2]) if (await isOnTop(handle, [x, y])) return null;
  return 'something covers it';
}
