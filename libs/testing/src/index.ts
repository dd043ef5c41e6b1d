export * from './postgres';
export * from './scratch-database';
