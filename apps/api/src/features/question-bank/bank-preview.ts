import { PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { SETTINGS } from '../../platform/app-options';
import { ordinalOf } from '../attempt/draw';
import { BankLoader } from './bank-loader';
import { Preparation } from './preparation';
import { PreviewDraw } from './preview-draw';

/**
 * Routes by which `question preview` reloads its bank, selects a draw, and reads which variant of a numeric family that is.
 * Registered only in an API that it started. They give no answer: the command draws the variant from the author's files.
 */
@Injectable()
export class BankPreview implements OnModuleInit {
  constructor(
    private readonly loader: BankLoader,
    private readonly draw: PreviewDraw,
    private readonly preparation: Preparation,
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const { previewOrigin, localMode, publicBank } = this.settings;
    if (previewOrigin === null || publicBank === null || !localMode) return;
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    this.draw.choose(1);
    this.offer(fastify, '/preview/bank', async () => {
      await this.loader.load(publicBank);
    });
    this.offer(fastify, '/preview/draws/:which', (draw) => this.draw.choose(Number(draw)));
    this.offer(fastify, '/preview/variants/:which', (hash = '') => this.variantOf(hash));
  }

  private variantOf(hash: string): { readonly seed: string; readonly count: number; readonly ordinal: number } {
    const variants = this.preparation.variantsOf(hash, PRACTICE_DATA_SCOPE);
    return { ...variants, ordinal: ordinalOf(this.draw.seed ?? '', hash, variants.count) };
  }

  private offer(fastify: FastifyInstance, address: string, act: (which?: string) => unknown): void {
    fastify.post<{ Params: { which?: string } }>(address, async ({ headers, params }, reply) => {
      // The command sends no Origin header, so a request that has one comes from a web page.
      if (headers.origin !== undefined)
        return reply.code(403).send({ message: 'Only the preview command may send this request, not a web page.' });
      const given = await act(params.which);
      return given === undefined ? reply.code(204).send() : reply.send(given);
    });
  }
}
