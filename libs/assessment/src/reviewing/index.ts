export * from './marks';
export * from './resolve-disagreement';
export * from './rubric-changes';
export * from './second-marks';
export * from './settle-marks';
export * from './share-out';
