export * from './proportion-band';
export * from './percentile';
