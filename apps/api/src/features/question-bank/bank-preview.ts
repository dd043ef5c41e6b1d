import type { Settings } from '@holdout/settings';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { SETTINGS } from '../../platform/app-options';
import { BankLoader } from './bank-loader';
import { PreviewDraw } from './preview-draw';

/** Routes by which `question preview` reloads its bank and selects a draw. Registered only in an API that it started. */
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
      // The command sends no Origin header, so a request that has one comes from a web page.
      if (headers.origin !== undefined)
        return reply.code(403).send({ message: 'Only the preview command may send this request, not a web page.' });
      await act(params.draw);
      return reply.code(204).send();
    });
  }
}
