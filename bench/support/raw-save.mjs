import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import pg from 'pg';

/**
 * A bare Fastify route with the same statements as the product: session, ownership, save. No GraphQL, no Nest, no
 * TypeORM, no logs, and no checks except those of the statements.
 */
const { holderOf, ResponseRepository, SessionRepository } = await import(resolve('dist/bench/persistence.mjs'));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const manager = { query: async (statement, values) => (await pool.query(statement, values)).rows };
const sessions = new SessionRepository(manager);
const responses = new ResponseRepository(manager);

const app = fastify();
await app.register(cookie);
app.post('/save', async (request, reply) => {
  const hash = createHash('sha256').update(request.cookies['holdout-session']).digest();
  const session = await sessions.findLive(hash, new Date());
  if (!session) return reply.code(401).send();
  const holders = [holderOf({ ...session, organizationId: null, candidateId: null, invitationId: null })];
  const { itemId, revisionId, basedOn, answer } = request.body;
  const item = await responses.findItemToAnswer(itemId, holders);
  if (!item) return reply.code(404).send();
  const revision = { id: revisionId, itemId, basedOn, answer, revealed: item.revealed.length };
  const outcome = await responses.save(holders, revision, new Date());
  switch (outcome.kind) {
    case 'saved':
      return outcome.response;
    case 'stale':
      return { stale: true, ...outcome.current };
    default:
      return reply.code(409).send();
  }
});
process.once('disconnect', () => process.exit());
process.send(await app.listen({ port: 0, host: '127.0.0.1' }));
