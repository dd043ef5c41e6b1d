export * from './deadline';
export * from './sections';
