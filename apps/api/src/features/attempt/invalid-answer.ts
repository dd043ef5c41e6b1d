import type { Misfit } from '@holdout/bank';
import type { InvalidAnswerReason } from '../../generated/resolvers';

/** The GraphQL problem for an invalid answer. */
export const REASONS: Readonly<Record<Misfit, InvalidAnswerReason>> = {
  unknownOption: 'UNKNOWN_OPTION',
  unknownPart: 'UNKNOWN_PART',
  moreThanOne: 'TOO_MANY_OPTIONS',
  tooLong: 'TOO_LONG',
  notPlain: 'NOT_PLAIN',
  notANumber: 'NOT_A_NUMBER',
  noSuchPoint: 'NO_SUCH_POINT',
};
