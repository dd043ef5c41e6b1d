import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppOptions } from '../app-options';
import { ADMIT_BEARER, type AdmitBearer, BearerDoor } from './bearer';
import { BodyLimits } from './body-limits';
import { Connections } from './connections';
import { addDownloadRoutes, Downloads } from './downloads';
import { addExplorer } from './explorer';
import { addHealthRoutes } from './health';
import { type Door, fastifyOptions, guardRequests } from './http';
import { MAKE_CONTEXT, type MakeContext, RequestOrigins } from './request-origin';
import { CatchUp } from '../jobs/catch-up';
import { nestLogger } from '../log';
import { addWebApp } from './web-app';
import { GRAPHQL_PATH } from '../graphql/path';
import { RequestLimits } from '../graphql/request-limits';
import { serveSubscriptions } from '../graphql/websocket';

/** Creates the application; `listen` starts it. */
export async function createApp(module: DynamicModule, options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(fastifyOptions(options));
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class in name only
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(options.log),
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  app.get(Connections).watch(app.getHttpServer());
  await guardRequests(fastify, options, doorOf(app, options));
  // Deadlines are judged only after what an outage gave back.
  fastify.addHook('onRequest', async ({ url }) => {
    if (url.startsWith(GRAPHQL_PATH)) await app.get(CatchUp).run();
  });
  addHealthRoutes(fastify, app, options);
  addDownloadRoutes(fastify, app.get(Downloads), {
    origins: app.get(RequestOrigins),
    makeContext: app.get<MakeContext>(MAKE_CONTEXT),
  });
  await addExplorer(fastify, options.settings);
  await addWebApp(fastify, options.settings.webRoot);
  await app.init();
  serveSubscriptions(app, options, app.get(GraphQLSchemaHost).schema);
  return app;
}

function doorOf(app: NestFastifyApplication, { httpLimits, settings }: AppOptions): Door {
  const origins = app.get(RequestOrigins);
  const makeContext = app.get<MakeContext>(MAKE_CONTEXT);
  const senderOf = async (request: FastifyRequest, reply: FastifyReply): Promise<string | null> => {
    let sender: string | null = null;
    const identified = (id: string): void => void (sender = id);
    await makeContext({ ...origins.ofRequest(request, reply), identified });
    return sender;
  };
  return {
    bodies: new BodyLimits(httpLimits, senderOf),
    bearers: new BearerDoor(settings, app.get<AdmitBearer>(ADMIT_BEARER)),
    requests: new RequestLimits(() => app.get(GraphQLSchemaHost).schema),
  };
}
