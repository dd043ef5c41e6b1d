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

/** Gives the system's code for why nothing can listen there (`EADDRINUSE`, `EACCES`, …), or null when it can. */
export async function whyNotListen(port: number, host: string): Promise<string | null> {
  try {
    await listenOnce(port, host);
    return null;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code ?? String(failure);
  }
}

/** Gives the wanted port of this machine where it is free, and any other free one where it is not. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await whyNotListen(wanted, '127.0.0.1')) === null) return wanted;
  return listenOnce(0, '127.0.0.1');
}
