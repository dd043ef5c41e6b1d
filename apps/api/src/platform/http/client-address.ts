import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Settings } from '@holdout/settings';

type TrustProxy = Settings['trustProxy'];

/** Inputs of the client's address: the peer of the connection and the header that proxies append to. */
export type AddressSource = {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
  readonly headers: IncomingMessage['headers'];
};

/**
 * Returns the function that determines a client's address, for HTTP and for the websocket.
 *
 * Each proxy appends the address of its own peer to `X-Forwarded-For`, so the header is read from the right, and only as
 * far as TRUST_PROXY trusts the proxy that wrote the entry: entries forged by the client, at the left, are never reached.
 */
export function clientAddressReader(trustProxy: TrustProxy): (source: AddressSource) => string {
  const isTrusted = trusted(trustProxy);
  return ({ socket, headers }) => {
    const hops = [socket.remoteAddress ?? '', ...forwarded(headers['x-forwarded-for']).reverse()];
    const client = hops.findIndex((address, hop) => !isTrusted(address, hop));
    return hops.at(client) ?? '';
  };
}

/** Gives the test whether a connection from an address is that of a proxy, which carries the requests of many clients. */
export function proxyTest(trustProxy: TrustProxy): (address: string) => boolean {
  const isTrusted = trusted(trustProxy);
  return (address) => isTrusted(address, 0);
}

function trusted(trustProxy: TrustProxy): (address: string, hop: number) => boolean {
  if (trustProxy === false) return () => false;
  if (typeof trustProxy === 'number') return (_address, hop) => hop < trustProxy;
  const proxies = proxyList(trustProxy);
  return (address) => isIP(address) !== 0 && proxies.check(address, familyOf(address));
}

function proxyList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of addresses) {
    const [address = '', prefix] = text.split('/', 2);
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function forwarded(header: string | readonly string[] | undefined): string[] {
  const text = typeof header === 'string' ? header : (header ?? []).join(',');
  return text.split(',').flatMap((part) => part.trim() || []);
}
