export * from './score';
export * from './score-choice';
export * from './score-groups';
export * from './score-model';
export * from './score-numeric';
export * from './score-rubric';
export * from './standing-score';
export * from './totals-by-skill';
