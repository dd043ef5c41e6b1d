import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';

declare module '@apollo/client' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way Apollo Client is told how fragments are masked
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
