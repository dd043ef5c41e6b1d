import { say } from '../../messages/isolate';
import type { MailBlock } from './mail-content';
import { renderMail } from './render-mail';

const SITE = 'https://holdout.example.org';
const link = { kind: 'button', label: 'Open', url: `${SITE}/i/t` } as const;
const render = (...blocks: MailBlock[]) => renderMail({ subject: 'Hi', blocks }, SITE);

test('a message states its language and fetches nothing', async () => {
  const { html } = await render(link, { kind: 'code', text: '482 915' });
  expect(html).toMatch(/<html[^>]* lang="en"/);
  expect(html).not.toMatch(/<(img|link|script|iframe|object|video|audio)\b|url\(|@import/i);
  expect(html.match(/https?:\/\/[^"<\s]+/g)?.filter((url) => !url.startsWith(SITE) && !/w3\.org/.test(url))).toEqual(
    [],
  );
});

test('a message has colours for dark mode', async () => {
  const { html } = await render(link);
  expect(html).toContain('<meta name="color-scheme" content="light dark"');
  expect(html).toContain('@media (prefers-color-scheme: dark)');
});

test('HTML and plain text have the same words in the same order', async () => {
  const { html, text } = await render(
    { kind: 'heading', text: 'Fraud' },
    { kind: 'paragraph', text: 'Hello Ada' },
    { kind: 'facts', facts: [{ name: 'Time', value: '90 minutes' }] },
    link,
  );
  expect(text).toBe(
    `Fraud\n\nHello Ada\n\nTime: 90 minutes\n\nOpen:\n${SITE}/i/t\n\n-- \nSent by Holdout at ${SITE}. If you did not expect this message, you can ignore it.\n`,
  );
  const places = ['>Fraud<', '>Hello Ada<', '>90 minutes<', `href="${SITE}/i/t"`].map((part) => html.lastIndexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('markup in a name is shown, and does nothing', async () => {
  const { html } = await render({ kind: 'paragraph', text: say`Hello ${'<img src=x onerror=alert(1)>'}` });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test.each([
  'javascript:alert(1)',
  `${SITE}.example.com/i/t`,
  '//example.com/i/t',
  'http://holdout.example.org/i/t',
  '',
])('a link to %j is refused', async (url) => {
  await expect(render({ ...link, url })).rejects.toThrow('links only to this site');
});

test.each([
  ['Ada', 'Hello Ada, welcome'],
  ['שלום', 'Hello \u2068שלום\u2069, welcome'],
  ['Ada\u202egnp.exe', 'Hello Ada gnp.exe, welcome'],
  ['Ada\u2069\u2066 Lovelace', 'Hello Ada  Lovelace, welcome'],
  ['Ada\r\nBcc: eve@example.org', 'Hello Ada Bcc: eve@example.org, welcome'],
])('the name %j cannot change the sentence around it', (name, sentence) => {
  expect(say`Hello ${name}, welcome`).toBe(sentence);
});
