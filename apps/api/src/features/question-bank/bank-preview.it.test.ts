import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const PAGE = 'http://127.0.0.1:3999';
const ADDRESS = '/preview/bank';
const DRAW = '/preview/draws/2';
const HASH = '0f'.repeat(32);
const VARIANTS = `/preview/variants/${HASH}`;

let bank: string;
beforeEach(() => {
  bank = mkdtempSync(join(tmpdir(), 'preview-test-'));
  for (const name of ['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'])
    cpSync(join('bank', name), join(bank, name));
  mkdirSync(join(bank, 'questions'));
});
afterEach(() => rmSync(bank, { recursive: true }));

async function started(environment: Record<string, string>, work: (api: TestApi) => Promise<void>): Promise<void> {
  const api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), {
    environment: { HOLDOUT_PUBLIC_BANK: bank, ...environment },
  });
  try {
    await work(api);
  } finally {
    await api.stop();
  }
}

const titles = async (api: TestApi): Promise<string[]> => {
  const rows: { title: string }[] = await api.dataSource.query(
    'select v.title from question q join question_version v on v.id = q.current_version_id',
  );
  return rows.map(({ title }) => title);
};

function writeQuestion(title: string): void {
  const folder = join(bank, 'questions/choice.short');
  cpSync('bank/templates/choice', folder, { recursive: true });
  const file = join(folder, 'question.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{{title}}', title));
}

test('the preview can reload its bank after each change, and can frame the site', () =>
  started({ HOLDOUT_PREVIEW: PAGE, HOLDOUT_LOCAL_MODE: 'true' }, async (api) => {
    expect(await titles(api)).toEqual([]);
    for (const title of ['First title', 'Second title']) {
      writeQuestion(title);
      const { status, headers } = await fetch(`${api.url}${ADDRESS}`, { method: 'POST' });
      expect(status).toBe(204);
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${PAGE};`);
      expect(await titles(api)).toEqual([title]);
    }
  }));

test('a web page cannot trigger a reload, not even the page of the preview', () =>
  started({ HOLDOUT_PREVIEW: PAGE, HOLDOUT_LOCAL_MODE: 'true' }, async (api) => {
    writeQuestion('First title');
    for (const address of [ADDRESS, DRAW, VARIANTS]) {
      const { status } = await fetch(`${api.url}${address}`, { method: 'POST', headers: { origin: PAGE } });
      expect(status).toBe(403);
    }
    expect(await titles(api)).toEqual([]);
  }));

test('one number always selects the same draw, for every viewer; another number may select another order', () =>
  started({ HOLDOUT_PREVIEW: PAGE, HOLDOUT_LOCAL_MODE: 'true' }, async (api) => {
    writeQuestion('First title');
    await fetch(`${api.url}${ADDRESS}`, { method: 'POST' });
    const orderOf = async (draw: number, person: Practiser): Promise<string> => {
      expect((await fetch(`${api.url}/preview/draws/${draw}`, { method: 'POST' })).status).toBe(204);
      const { items } = await person.startPractice('choice.short');
      return JSON.stringify(items[0]?.content.options.map(({ id }) => id));
    };
    const [one, other] = [new Practiser(api.url), new Practiser(api.url)];
    const orders: string[] = [];
    for (const draw of [1, 2, 3, 4, 5, 6]) orders.push(await orderOf(draw, one));
    expect(new Set(orders).size).toBeGreaterThan(1);
    for (const draw of [6, 1, 3]) {
      expect(await orderOf(draw, one)).toBe(orders[draw - 1]);
      expect(await orderOf(draw, other)).toBe(orders[draw - 1]);
    }
  }));

test('for a draw the preview learns how to draw the variant that is shown, and no answer', () =>
  started({ HOLDOUT_PREVIEW: PAGE, HOLDOUT_LOCAL_MODE: 'true' }, async (api) => {
    const shownAt = async (draw: number): Promise<unknown> => {
      await fetch(`${api.url}/preview/draws/${draw}`, { method: 'POST' });
      return (await fetch(`${api.url}${VARIANTS}`, { method: 'POST' })).json();
    };
    const [first, second, again] = [await shownAt(1), await shownAt(2), await shownAt(1)];
    expect(first).toEqual({
      seed: expect.stringMatching(/^[\da-f]{64}$/) as unknown,
      count: 500,
      ordinal: expect.any(Number) as unknown,
    });
    expect(second).not.toEqual(first);
    expect(again).toEqual(first);
  }));

test.each<[string, Record<string, string>]>([
  ['not started by a preview', { HOLDOUT_LOCAL_MODE: 'true' }],
  ['not in local mode', { HOLDOUT_PREVIEW: PAGE }],
])('an API %s has no such route', (_which, environment) =>
  started(environment, async (api) => {
    writeQuestion('First title');
    for (const address of [ADDRESS, DRAW, VARIANTS]) {
      expect((await fetch(`${api.url}${address}`, { method: 'POST' })).status).toBe(404);
    }
    expect(await titles(api)).toEqual([]);
  }),
);
