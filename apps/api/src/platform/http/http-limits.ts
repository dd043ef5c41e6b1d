/** Limits of one process on open connections and bodies, and on waiting for a client. */
export type HttpLimits = {
  /** All connections of the process; further ones are closed immediately. */
  readonly connections: number;
  /** Connections without a session that wait for their client: in all, and from one address. */
  readonly strangers: number;
  readonly strangersPerAddress: number;
  /** Connections of one session that wait for their client. */
  readonly perSession: number;
  /** From the opening of a connection, or the first byte of a request, to the end of the headers. */
  readonly headersMs: number;
  /** The same to the end of the body: 256 kB of code at 9 kB/s. */
  readonly requestMs: number;
  /** Without a byte in either direction. */
  readonly silenceMs: number;
  /** Interval of the checks for late headers and bodies. */
  readonly checkEveryMs: number;
  /** Bodies above 64 kB that are received at the same time: in all, and of one session. */
  readonly longBodies: number;
  readonly longBodiesPerSession: number;
};

/**
 * An attacker without an account can make a process hold 4,000 bodies of 64 kB, 256 MB, and with sessions 64 of 2 MB. Above
 * a limit the connection that has waited longest for its client is closed, so slow ones cannot keep others out.
 */
export const HTTP_LIMITS: HttpLimits = {
  connections: 8_000,
  strangers: 4_000,
  strangersPerAddress: 250,
  perSession: 100,
  headersMs: 10_000,
  requestMs: 30_000,
  silenceMs: 75_000,
  checkEveryMs: 2_000,
  longBodies: 64,
  longBodiesPerSession: 8,
};
