export * from './example-bank';
export * from './example-practice';
export * from './graphql-client';
export * from './graphql-socket';
export * from './postgres';
export * from './practiser';
export * from './scratch-database';
