import files from '@fastify/static';
import type { Settings } from '@holdout/settings';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GRAPHQL_PATH } from '../graphql/path';

const PATH = '/dev/graphql/';
const OPTIONS_SCRIPT = 'initial-options.js';

/** Its own, because the explorer places its styles itself. It reaches this server only, and no page can frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ');

// The banners offer plugins that come from other servers, which POLICY refuses.
const STYLE = '<style>app-banner-container { display: none }</style>';

const FIRST_QUERY = `# Sent as whoever is signed in here. To try a token, set the header Authorization: Bearer holdout_…
query Organization($slug: String!) {
  organization(slug: $slug) {
    name
    viewerRoles
  }
}
`;

const OPTIONS = {
  endpointURL: GRAPHQL_PATH,
  initialQuery: FIRST_QUERY,
  initialVariables: '{ "slug": "demo" }',
  // Nothing is kept in the browser, because a token would be.
  preserveState: false,
  disableAccount: true,
};

/**
 * Whether the page of the explorer has sent a request. In local mode it may send any operation, with the session of the browser:
 * other pages may send only those of the web app.
 */
export function isFromExplorer({ headers: { referer } }: FastifyRequest, { localMode }: Settings): boolean {
  return localMode && referer !== undefined && URL.canParse(referer) && new URL(referer).pathname.startsWith(PATH);
}

/** Serves the explorer of the API in local mode. */
export async function addExplorer(fastify: FastifyInstance, { localMode }: Settings): Promise<void> {
  if (!localMode) return;
  const { getDistDirectory, isSandboxFrame, renderAltair, renderInitSnippet } = await import('altair-static');
  await fastify.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      // Scripts before a request, which these frames would run, are switched off with them.
      if (isSandboxFrame(request.url)) return reply.code(404).send({ message: 'Not found' });
      void reply.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' });
    });
    await scope.register(files, { root: getDistDirectory(), prefix: PATH, decorateReply: false, index: false });
    scope.get('/dev/graphql', async (_request, reply) => reply.redirect(PATH));
    scope.get(PATH, async (_request, reply) => {
      const page = { ...OPTIONS, baseURL: PATH, serveInitialOptionsInSeperateRequest: OPTIONS_SCRIPT };
      return reply.type('text/html; charset=utf-8').send(renderAltair(page).replace('</head>', `${STYLE}</head>`));
    });
    scope.get(`${PATH}${OPTIONS_SCRIPT}`, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(renderInitSnippet(OPTIONS)),
    );
  });
}
