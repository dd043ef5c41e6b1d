import { alternatives } from './rules/alternatives';
import { choiceOptions } from './rules/choice-options';
import { copies } from './rules/copies';
import { family } from './rules/family';
import { faults } from './rules/faults';
import { guesses } from './rules/guesses';
import { hiddenData } from './rules/hidden-data';
import { lookup } from './rules/lookup';
import { metricLine } from './rules/metric-line';
import { mutants } from './rules/mutants';
import { references } from './rules/references';
import type { Rule } from './subject';

/** Incremented whenever a rule becomes stricter, so that every question is checked again. */
export const CHECKER_VERSION = 1;

/** All rules in the order in which they run: cheap ones first. */
export const RULES: readonly Rule[] = [
  lookup,
  choiceOptions,
  copies,
  family,
  references,
  hiddenData,
  guesses,
  alternatives,
  mutants,
  metricLine,
  faults,
];
