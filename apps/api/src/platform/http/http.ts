import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { Settings } from '@holdout/settings';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from '../app-error';
import type { Admission, AppOptions } from '../app-options';
import { requestScope } from '../log';
import { isUnavailable, unavailable } from '../database/unavailable';
import { admitOperation } from '../graphql/operations';
import { GRAPHQL_PATH } from '../graphql/path';
import { BodyTooLong, type RequestLimits, SMALL_BODY_BYTES } from '../graphql/request-limits';
import { type BearerDoor, bearerOf } from './bearer';
import { type BodyLimits, lengthOf } from './body-limits';
import { isFromExplorer } from './explorer';
import { Origins } from './origins';

/** What decides about the size of a request, and about tokens. */
export type Door = { readonly bodies: BodyLimits; readonly requests: RequestLimits; readonly bearers: BearerDoor };

/** Fastify's own options. */
export function fastifyOptions({ log, httpLimits }: AppOptions) {
  return {
    bodyLimit: SMALL_BODY_BYTES,
    requestTimeout: httpLimits.requestMs,
    connectionTimeout: httpLimits.silenceMs,
    http: { headersTimeout: httpLimits.headersMs, connectionsCheckingInterval: httpLimits.checkEveryMs },
    genReqId: () => randomUUID(),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // Requests in progress are completed.
    forceCloseConnections: 'idle' as const,
  };
}

function securityHeaders({ publicUrl, previewOrigin }: Settings): Readonly<Record<string, string>> {
  const socket = publicUrl.replace(/^http/, 'ws');
  const policy = [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${socket}`,
    `frame-ancestors ${previewOrigin ?? "'none'"}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

function refuse(reply: FastifyReply, status: number, { code, message, fields }: AppError): FastifyReply {
  const { retryAfterSeconds } = fields;
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).send({ errors: [{ message, extensions: { code, ...fields } }] });
}

const STATUS: Partial<Record<AppError['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

const OTHER_SITE = new AppError(
  'FORBIDDEN',
  'This request came from a page of another site. Open this site at its own address.',
);

const TOO_LONG = new AppError('BAD_INPUT', 'The request is too long. Shorten its text and send it again.');

/** Hooks for every request: request id, origin check, size, admitted operations, response headers and log line. */
export async function guardRequests(
  fastify: FastifyInstance,
  { settings, admission, log }: AppOptions,
  { bodies, requests, bearers }: Door,
): Promise<void> {
  const headers = securityHeaders(settings);
  const origins = new Origins(settings);
  bodies.install(fastify);
  await fastify.register(cookie);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    requestScope.run(request.id, done);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isGraphql(request)) return;
    if (request.method !== 'POST')
      return refuse(reply, 405, new AppError('BAD_INPUT', 'Send GraphQL requests by POST.'));
    const error = await refusalOf(request, origins, bearers);
    if (error) return refuse(reply, STATUS[error.code] ?? 400, error);
    const refusal = await bodyRefusal(request, reply, bodies);
    // The rest of the body is not waited for.
    if (refusal) return refuse(reply.header('connection', 'close'), STATUS[refusal.code] ?? 413, refusal);
  });
  fastify.addHook('preHandler', async (request, reply) => {
    if (!isGraphql(request)) return;
    void reply.header('cache-control', 'no-store');
    try {
      const operation = admitOperation(request.body, admissionFor(request, admission, settings));
      requests.check(operation, lengthOf(request));
      request.body = operation;
    } catch (error) {
      if (error instanceof BodyTooLong) return refuse(reply, 413, TOO_LONG);
      if (error instanceof AppError) return refuse(reply, 400, error);
      throw error;
    }
  });
  logResponses(fastify, log);
}

/** Why the sender is refused: a page of another site, or a token that cannot be used. */
async function refusalOf(request: FastifyRequest, origins: Origins, bearers: BearerDoor): Promise<AppError | null> {
  const bearer = bearerOf(request.headers);
  if (bearer === null) return origins.admits(request.headers) ? null : OTHER_SITE;
  try {
    await bearers.check(request, bearer);
    return null;
  } catch (error) {
    return expected(error);
  }
}

/** Why the body is not received: it is too long for its sender, who cannot always be looked up. */
async function bodyRefusal(request: FastifyRequest, reply: FastifyReply, bodies: BodyLimits): Promise<AppError | null> {
  try {
    return (await bodies.admits(request, reply)) ? null : TOO_LONG;
  } catch (error) {
    return expected(error);
  }
}

function expected(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) return unavailable();
  throw error;
}

/** With a token any operation may be sent; its scopes and the limits bound it. */
function admissionFor(request: FastifyRequest, admission: Admission, settings: Settings): Admission {
  const isFree = bearerOf(request.headers) !== null || isFromExplorer(request, settings);
  return isFree ? { ...admission, isOpen: true } : admission;
}

function logResponses(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    log.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms,
    });
  });
}

/** Compares the matched route: the URL itself can be encoded or carry a fragment. */
const isGraphql = (request: FastifyRequest): boolean => request.routeOptions.url === GRAPHQL_PATH;
