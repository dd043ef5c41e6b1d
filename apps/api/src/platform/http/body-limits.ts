import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SMALL_BODY_BYTES } from '../graphql/request-limits';
import { GRAPHQL_PATH } from '../graphql/path';
import { Crowd } from './crowd';
import type { HttpLimits } from './http-limits';

/** Above 256 kB of source in the worst case of JSON escapes; a longer request is refused with 413. */
const LONGEST_BODY_BYTES = 2 * 1024 * 1024;

type SenderOf = (request: FastifyRequest, reply: FastifyReply) => Promise<string | null>;

const ALL = 'all';

/** The announced length of the body; infinite if it is sent in chunks without one. */
function announcedLength({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return Number.POSITIVE_INFINITY;
  return Number(headers['content-length'] ?? 0);
}

/** The length of a body that has been received. */
export function lengthOf(request: FastifyRequest): number {
  const announced = announcedLength(request);
  return Number.isFinite(announced) ? announced : JSON.stringify(request.body ?? null).length;
}

/**
 * Accepts bodies above 64 kB from people with a session only, and a limited number at a time: above it the one
 * that began first is cut off. Its operation is known only after it has been received.
 */
export class BodyLimits {
  private readonly all: Crowd;
  private readonly bySender: Crowd;

  constructor(
    limits: HttpLimits,
    private readonly senderOf: SenderOf,
  ) {
    this.all = new Crowd(limits.longBodies);
    this.bySender = new Crowd(limits.longBodiesPerSession);
  }

  /** Lets the path of GraphQL, and no other, take long bodies. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      if (route.url === GRAPHQL_PATH) route.bodyLimit = LONGEST_BODY_BYTES;
    });
  }

  /** Whether the body of this request may be received. */
  async admits(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    if (announcedLength(request) <= SMALL_BODY_BYTES) return true;
    const sender = await this.senderOf(request, reply);
    if (sender === null) return false;
    const { socket } = request.raw;
    this.all.join(ALL, socket);
    this.bySender.join(sender, socket);
    request.raw.once('close', () => {
      this.all.leave(ALL, socket);
      this.bySender.leave(sender, socket);
    });
    return true;
  }
}
