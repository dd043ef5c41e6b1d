import { Catch, type ExceptionFilter } from '@nestjs/common';

/** Hands errors on unlogged: `format-error.ts` is the edge where they are answered and logged, once. */
@Catch()
export class PassOnFilter implements ExceptionFilter {
  catch(error: unknown): unknown {
    return error;
  }
}
