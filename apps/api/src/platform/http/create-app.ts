import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { AppOptions } from '../app-options';
import { addHealthRoutes } from './health';
import { fastifyOptions, guardRequests } from './http';
import { nestLogger } from '../log';
import { addWebApp } from './web-app';
import { serveSubscriptions } from '../graphql/websocket';

/** Creates the application; `listen` starts it. */
export async function createApp(module: DynamicModule, options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(fastifyOptions(options.log));
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class in name only
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(options.log),
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  await guardRequests(fastify, options);
  addHealthRoutes(fastify, app, options);
  await addWebApp(fastify, options.settings.webRoot);
  await app.init();
  serveSubscriptions(app, options, app.get(GraphQLSchemaHost).schema);
  return app;
}
