export * from './check-question';
export * from './finding';
export * from './ledger';
export { MARGINS, NO_MARGINS } from './margins';
export * from './near-duplicates';
export type { LabOptions } from './lab';
export { RULES } from './rules';
