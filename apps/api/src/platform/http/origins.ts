import { isLoopback, type Settings } from '@holdout/settings';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** From which sites a browser may send us something that counts: our own address, never what a Host header claims. */
export class Origins {
  constructor(private readonly settings: Settings) {}

  /** Refuses requests that another site made a browser send. A program without a browser has no cookies to steal. */
  admits(headers: Headers): boolean {
    const origin = headers['origin'];
    if (typeof origin === 'string') return this.isOwn(origin);
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  private isOwn(origin: string): boolean {
    if (origin === this.settings.publicUrl) return true;
    const url = URL.parse(origin);
    if (!url || !isLoopback(this.settings.host) || !isLoopback(url.hostname.replace(/^\[|\]$/g, ''))) return false;
    return this.settings.nodeEnv === 'development' || url.port === String(this.settings.port);
  }
}
