/** Whether the host is this machine's loopback interface, which no other machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Where a site is reached: its settings HOST, PUBLIC_URL and TRUST_PROXY. */
export type Reach = {
  readonly host: string;
  readonly publicUrl: string;
  readonly trustProxy: false | number | readonly string[];
};

/** Whether only this machine reaches the site: a proxy or a public address leads others to a loopback host too. */
export function isLocalSite({ host, publicUrl, trustProxy }: Reach): boolean {
  const hostname = URL.parse(publicUrl)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  return isLoopback(host) && isLoopback(hostname) && trustProxy === false;
}

/** The URL to open in a browser for a server on this host; localhost if it listens on any address. */
export function addressOf(host: string, port: number): string {
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
}
