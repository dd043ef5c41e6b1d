export * from './sandbox';
export * from './value';
export * from './fake-sandbox';
