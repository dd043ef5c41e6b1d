export * from './attempt-facts';
export * from './building/index';
export * from './decide-save';
export * from './draft';
export * from './invitation-status';
export * from './policy';
export * from './quiz-limits';
export * from './thin-revisions';
