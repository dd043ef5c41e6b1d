/** The package names types that it does not contain. */
declare module 'lezer-r' {
  import type { Parser } from '@lezer/common';

  export const parser: Parser;
}
