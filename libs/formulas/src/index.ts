export * from './set-formulas';
