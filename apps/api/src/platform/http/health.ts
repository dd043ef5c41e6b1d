import type { FastifyInstance } from 'fastify';
import type { INestApplication } from '@nestjs/common';
import { Database, InstallationRepository } from '@holdout/persistence';
import type { AppOptions } from '../app-options';
import { Readiness } from './readiness';

/** `/healthz`: the process responds. `/readyz`: so does everything it depends on. */
export function addHealthRoutes(fastify: FastifyInstance, app: INestApplication, options: AppOptions): void {
  const readiness = app.get(Readiness);
  const db = app.get(Database);
  readiness.add('database', async () => {
    await db.repo(InstallationRepository).ping();
    return { ready: true, detail: 'ok' };
  });
  fastify.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }));
  fastify.get('/readyz', async (_request, reply) => {
    const report = await readiness.report();
    if (!report.ready) options.log.debug(report.parts, 'not ready');
    return reply
      .code(report.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: report.ready, ...report.parts });
  });
}
