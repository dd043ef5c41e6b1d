import { isLoopback, type Settings } from '@holdout/settings';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Origins whose pages may send requests: the configured address, never the request's Host header. */
export class Origins {
  constructor(private readonly settings: Settings) {}

  /** Rejects cross-site requests of browsers (CSRF). Clients without Origin or Sec-Fetch-Site are not browsers. */
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
