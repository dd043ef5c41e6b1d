import type { Settings } from '@holdout/settings';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { SETTINGS } from '../../platform/app-options';
import { BankLoader } from './bank-loader';

/** Where `question preview` says that its bank has changed. There is no such address unless it started this api. */
@Injectable()
export class BankPreview implements OnModuleInit {
  constructor(
    private readonly loader: BankLoader,
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const { previewOrigin, localMode, publicBank } = this.settings;
    if (previewOrigin === null || publicBank === null || !localMode) return;
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    fastify.post('/preview/bank', async ({ headers }, reply) => {
      // The command is no browser; a page that sends this is somebody else's.
      if (headers.origin !== undefined) return reply.code(403).send({ message: 'Sent by a page.' });
      await this.loader.load(publicBank);
      return reply.code(204).send();
    });
  }
}
