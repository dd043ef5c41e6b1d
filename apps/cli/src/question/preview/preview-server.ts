import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { PreviewProduct } from '../parse-question';
import { PREVIEW_PAGE, PREVIEW_SCRIPT, PREVIEW_STYLE } from './preview-page';
import type { Preview } from './read-preview';
import { renderPreview } from './render-preview';

const FILES: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/': { type: 'text/html; charset=utf-8', text: PREVIEW_PAGE },
  '/preview.css': { type: 'text/css', text: PREVIEW_STYLE },
  '/preview.js': { type: 'text/javascript', text: PREVIEW_SCRIPT },
};

const NO_CONTENT = 204;
const FORBIDDEN = 403;
const BAD_GATEWAY = 502;
const CHOSEN_MS = 10_000;

/** Serves the page of a preview on the loopback interface, and sends it each new version. */
export class PreviewServer {
  readonly url: string;
  /** The last version that could be read. */
  shown: Preview | null = null;
  private last: Preview | null = null;
  private readonly listeners = new Set<ServerResponse>();
  private readonly server = createServer((request, response) => {
    this.answer(request, response);
  });

  constructor(
    private readonly product: PreviewProduct,
    /** Called after the product shows another draw. */
    private readonly onDraw: () => Promise<void>,
  ) {
    this.url = `http://127.0.0.1:${product.port}`;
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.product.port, '127.0.0.1', () => resolve());
    });
  }

  show(preview: Preview): void {
    this.last = preview;
    if (preview.hash !== null) this.shown = preview;
    for (const listener of this.listeners) this.send(listener, preview);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private answer({ url = '/', method, headers }: IncomingMessage, response: ServerResponse): void {
    // Refuses other host names, so that a foreign page cannot read the answers by DNS rebinding.
    if (headers.host !== new URL(this.url).host) {
      response.writeHead(FORBIDDEN).end();
      return;
    }
    if (url === '/events') {
      this.listenOn(response);
      return;
    }
    const [, draw] = /^\/draws\/(\d{1,15})$/.exec(url) ?? [];
    if (draw !== undefined) {
      void this.choose(draw, method === 'POST' && headers.origin === this.url, response);
      return;
    }
    const file = FILES[url.replace(/\?.*$/, '')];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const policy = `default-src 'self'; img-src data:; frame-src ${this.product.url}; frame-ancestors 'none'; base-uri 'none'`;
    response.writeHead(200, {
      'content-type': file.type,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
    response.end(file.text);
  }

  /** Forwarded by this server, because the product refuses this request from a browser. */
  private async choose(draw: string, isOurPage: boolean, response: ServerResponse): Promise<void> {
    const status = isOurPage ? await this.chosen(draw) : FORBIDDEN;
    response.writeHead(status).end();
    if (status === NO_CONTENT) await this.onDraw();
  }

  private async chosen(draw: string): Promise<number> {
    try {
      const signal = AbortSignal.timeout(CHOSEN_MS);
      return (await fetch(`${this.product.url}/preview/draws/${draw}`, { method: 'POST', signal })).status;
    } catch {
      return BAD_GATEWAY;
    }
  }

  private listenOn(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    this.listeners.add(response);
    response.once('close', () => this.listeners.delete(response));
    if (this.last !== null) this.send(response, this.last);
  }

  private send(response: ServerResponse, preview: Preview): void {
    const { title, slug, hasDraws } = preview;
    const event = {
      title,
      hasDraws,
      html: renderPreview(preview),
      address: `${this.product.url}/questions/${slug}`,
      hash: this.shown?.hash ?? null,
    };
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  }
}
