import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

const LONGEST_ANSWER = 1_000_000;
const TIMEOUT_MS = 10_000;

/** The other side did not answer, or may not be asked. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';

  constructor(
    readonly reason: 'PRIVATE_ADDRESS' | 'UNREACHABLE',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Lookup = typeof lookup;
type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;
type Sent = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

export type OutsideRules = {
  /** True in tests and in local mode: private addresses and http are allowed. */
  readonly allowsPrivate: boolean;
  readonly lookUp?: Lookup;
};

const refusedAddress = (host: string): OutsideError =>
  new OutsideError('PRIVATE_ADDRESS', `${host} is not an address of the public internet`);

/** The resolver of a connection: it fails if the name has any address that is not public, so none is connected to. */
function publicOnly(lookUp: Lookup) {
  return (host: string, options: LookupOptions, done: LookupDone): void => {
    lookUp(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) done(error, []);
      else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
        done(refusedAddress(host), []);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/**
 * A `fetch` for addresses that a person has typed. Without `allowsPrivate` it connects by https to public addresses alone:
 * the address that is checked is the one that is connected to, so a name cannot change in between. Redirects are not
 * followed; what answers with one is refused by the caller.
 */
export function outsideFetch({ allowsPrivate, lookUp = lookup }: OutsideRules) {
  return async (address: string, sent: Sent): Promise<Response> => {
    const url = new URL(address);
    if (!allowsPrivate) refusePrivate(url);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const { method = 'GET', headers = {} } = sent;
    const body = sent.body instanceof URLSearchParams ? sent.body.toString() : (sent.body as string | null | undefined);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const guard = allowsPrivate ? {} : { lookup: publicOnly(lookUp) as Lookup };
      send(url, { method, headers: { ...headers }, signal, ...guard })
        .on('response', resolve)
        .on('error', reject)
        .end(body ?? undefined);
    }).catch(failed);
    return responseOf(answer);
  };
}

function refusePrivate({ protocol, hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  // A connection to an address in figures asks no resolver.
  if (protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))) throw refusedAddress(hostname);
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > LONGEST_ANSWER) throw new Error('The answer is too long.');
      parts.push(part);
    }
  } catch (error) {
    return failed(error);
  }
  const status = answer.statusCode ?? 500;
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : Buffer.concat(parts), { status, headers });
}

function failed(error: unknown): never {
  if (error instanceof OutsideError) throw error;
  throw new OutsideError('UNREACHABLE', 'no answer', { cause: error });
}

/** The failure of `outsideFetch` in an error that a library has wrapped. */
export function outsideErrorIn(error: unknown): OutsideError | null {
  if (error instanceof OutsideError) return error;
  return error instanceof Error && error.cause !== undefined ? outsideErrorIn(error.cause) : null;
}
