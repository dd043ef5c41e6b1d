import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { AppError, type ErrorCode } from '../app-error';
import { isUnavailable, unavailable } from '../database/unavailable';
import type { MakeContext, RequestOrigins } from './request-origin';

/** A file that is made while it is sent. `open` throws an AppError before anything is sent if the sender may not have it. */
export type Download = {
  /** The last part of its address, as `audit.csv`. */
  readonly name: string;
  readonly type: string;
  readonly open: (
    query: URLSearchParams,
    context: object,
  ) => Promise<{ readonly fileName: string; readonly content: Readable }>;
};

const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Files that features offer below /exports. */
@Injectable()
export class Downloads {
  private readonly byName = new Map<string, Download>();

  /** Registers a file. Call it in the constructor of a module. */
  add(download: Download): void {
    this.byName.set(download.name, download);
  }

  find(name: string): Download | null {
    return this.byName.get(name) ?? null;
  }
}

/** Serves the files of `Downloads`. A response that fails on the way is cut off, which the browser reports. */
export function addDownloadRoutes(
  fastify: FastifyInstance,
  downloads: Downloads,
  { origins, makeContext }: { readonly origins: RequestOrigins; readonly makeContext: MakeContext },
): void {
  fastify.get<{ Params: { name: string } }>('/exports/:name', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    try {
      const download = downloads.find(request.params.name);
      if (download === null) throw new AppError('NOT_FOUND');
      const query = new URLSearchParams(request.url.split('?')[1] ?? '');
      const context = await makeContext(origins.ofRequest(request, reply));
      const { fileName, content } = await download.open(query, context);
      void reply.type(download.type).header('content-disposition', `attachment; filename="${fileName}"`);
      return await reply.send(content);
    } catch (thrown) {
      const error = isUnavailable(thrown) ? unavailable() : thrown;
      if (!(error instanceof AppError)) throw error;
      return reply.code(STATUS[error.code]).send({ message: error.message, code: error.code });
    }
  });
}
