export * from './answer-frame';
export * from './sandbox';
export * from './value';
export * from './fake-sandbox';
