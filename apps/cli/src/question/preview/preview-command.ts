import { join } from 'node:path';
import { filesOfQuestion, type Located, locateQuestion } from '../../find-question';
import type { Terminal } from '../../terminal';
import { bankFolder } from '../new-question';
import type { PreviewCommand } from '../parse-question';
import type { AnswerPart } from './answers';
import { PreviewServer } from './preview-server';
import { readPreview } from './read-preview';
import { drawnHere, shownDraw, type ShownVariant } from './shown-draw';
import { stage } from './stage';
import { watchFolders } from './watch-folders';

const READ_MS = 60_000;

/**
 * Shows a question on a page until the signal is aborted: on one side the site, served by a separate product whose bank has
 * only this question, on the other the answers, which the site never shows.
 */
export async function previewQuestion(command: PreviewCommand, terminal: Terminal): Promise<void> {
  const place = locate(command, terminal);
  const { product } = command;
  if (product === null) return;
  const tell = (error: unknown): void => terminal.tell(error instanceof Error ? error.message : String(error));
  const draw = drawnHere(terminal);
  let shown: AnswerPart | null = null;
  const show = async (): Promise<void> => {
    const files = filesOfQuestion(place);
    const { hash } = readPreview(place, files);
    if (hash !== null && hash !== server.shown?.hash) {
      stage(files, product.bank);
      await haveRead(product.url);
    }
    if (hash !== null) shown = await shownDraw(files, draw, (version) => variantOf(product.url, version));
    server.show(readPreview(place, files, shown));
  };
  const server = new PreviewServer(product, () => show().catch(tell));
  await server.listen();
  const watched = watchFolders([place.folder, place.bank], () => show().catch(tell));
  await show().catch(tell);
  terminal.print(`${place.folder}\nPreview: ${server.url}   Stop: Ctrl-C\n`);
  await untilAborted(terminal.signal);
  watched.close();
  await server.close();
}

function locate({ question, bank }: PreviewCommand, terminal: Terminal): Located {
  if (bank === null) return locateQuestion(question, terminal);
  return locateQuestion(join(bankFolder(bank, terminal), 'questions', question), terminal);
}

async function haveRead(product: string): Promise<void> {
  const signal = AbortSignal.timeout(READ_MS);
  const { ok, status } = await fetch(`${product}/preview/bank`, { method: 'POST', signal });
  if (!ok)
    throw new Error(
      `The product could not reload the question (status ${status}); the page shows the previous version.`,
    );
}

async function variantOf(product: string, hash: string): Promise<ShownVariant> {
  const signal = AbortSignal.timeout(READ_MS);
  const answer = await fetch(`${product}/preview/variants/${hash}`, { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The product does not say which draw it shows (status ${answer.status}).`);
  return (await answer.json()) as ShownVariant;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
