import type { Settings } from '@holdout/settings';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { SETTINGS } from '../../platform/app-options';
import { BankLoader } from './bank-loader';
import { PreviewDraw } from './preview-draw';

/** Where `question preview` says that its bank has changed, or which draw to show. There is no such address unless it started this api. */
@Injectable()
export class BankPreview implements OnModuleInit {
  constructor(
    private readonly loader: BankLoader,
    private readonly draw: PreviewDraw,
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const { previewOrigin, localMode, publicBank } = this.settings;
    if (previewOrigin === null || publicBank === null || !localMode) return;
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    this.draw.choose(1);
    this.offer(fastify, '/preview/bank', () => this.loader.load(publicBank));
    this.offer(fastify, '/preview/draws/:draw', (draw) => this.draw.choose(Number(draw)));
  }

  private offer(fastify: FastifyInstance, address: string, act: (draw?: string) => unknown): void {
    fastify.post<{ Params: { draw?: string } }>(address, async ({ headers, params }, reply) => {
      // The command is no browser; a page that sends this is somebody else's.
      if (headers.origin !== undefined) return reply.code(403).send({ message: 'Sent by a page.' });
      await act(params.draw);
      return reply.code(204).send();
    });
  }
}
