import { createServer } from 'node:net';

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve(found);
      });
    });
  });
}

/** The error code of listening on this address (`EADDRINUSE`, `EACCES`, …); null if it succeeds. */
export async function whyNotListen(port: number, host: string): Promise<string | null> {
  try {
    await listenOnce(port, host);
    return null;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code ?? String(failure);
  }
}

/** The wanted port if it is free on 127.0.0.1, else any free port. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await whyNotListen(wanted, '127.0.0.1')) === null) return wanted;
  return listenOnce(0, '127.0.0.1');
}
