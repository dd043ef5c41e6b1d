export * from './deadline';
export * from './given';
export * from './outages';
export * from './sections';
