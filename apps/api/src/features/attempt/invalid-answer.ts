import type { Misfit } from '@holdout/bank';
import type { InvalidAnswerReason } from '../../generated/resolvers';

/** What the API says of an answer that does not fit. */
export const REASONS: Readonly<Record<Misfit, InvalidAnswerReason>> = {
  unknownOption: 'UNKNOWN_OPTION',
  unknownPart: 'UNKNOWN_PART',
  moreThanOne: 'TOO_MANY_OPTIONS',
  tooLong: 'TOO_LONG',
  notPlain: 'NOT_PLAIN',
  notANumber: 'NOT_A_NUMBER',
  noSuchPoint: 'NO_SUCH_POINT',
};
