import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Not served: the operations list, dotfiles, and precompressed files and source maps by their own names. */
const isServed = (path: string): boolean =>
  path !== 'operations.json' && !/(^|\/)\./.test(path) && !/\.(br|gz|map)$/.test(path);

/** Names under assets/ contain a content hash. */
const HASHED = 'public, max-age=31536000, immutable';
const UNHASHED = 'no-cache';

/** Serves the built web app: its files, and index.html for every path that the client-side router handles. */
export async function addWebApp(fastify: FastifyInstance, root: string | null): Promise<void> {
  if (root === null || !existsSync(join(root, 'index.html'))) return;
  const served = new Set(
    globSync('**/*', { cwd: root }).filter((path) => isServed(path) && statSync(join(root, path)).isFile()),
  );
  await fastify.register(files, { root, serve: false, preCompressed: true, cacheControl: false });
  fastify.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    if (served.has(path) && path !== 'index.html') {
      return reply.header('cache-control', path.startsWith('assets/') ? HASHED : UNHASHED).sendFile(path);
    }
    // Probes and command-line clients request `/` without `Accept: text/html`.
    const wantsPage = path === '' || (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) return reply.code(404).send({ message: 'Not found' });
    return reply.header('cache-control', UNHASHED).sendFile('index.html');
  });
}

/** Operations of the built web app by SHA-256; empty if there is no web app. */
export function readOperations(root: string | null): ReadonlyMap<string, string> {
  const path = join(root ?? '', 'operations.json');
  if (root === null || !existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>));
}
