import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The list of operations is the server's; what begins with a dot is nobody's. */
const isServed = (path: string): boolean =>
  path !== 'operations.json' && !/(^|\/)\./.test(path) && !/\.(br|gz|map)$/.test(path);

/** Vite puts a hash of the content into every name under assets/. */
const HASHED = 'public, max-age=31536000, immutable';
const UNHASHED = 'no-cache';

/** Serves the built web app: its files, and its one page for every address that the app knows by itself. */
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
    // Probes and command lines ask for the front page without saying that they take HTML.
    const wantsPage = path === '' || (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) return reply.code(404).send({ message: 'Not found' });
    return reply.header('cache-control', UNHASHED).sendFile('index.html');
  });
}

/** Gives the operations of the built web app by their SHA-256; none when there is no web app. */
export function readOperations(root: string | null): ReadonlyMap<string, string> {
  const path = join(root ?? '', 'operations.json');
  if (root === null || !existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>));
}
