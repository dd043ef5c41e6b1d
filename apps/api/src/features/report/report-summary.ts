import type { SummaryMessage } from '@holdout/measurement';
import type { ReportMessage } from '../../generated/resolvers';

type Numbers = Omit<ReportMessage, '__typename' | 'code' | 'skills'>;
const NONE: Numbers = { line: null, percent: null, value: null, low: null, high: null, n: null, needed: null };

/** A message of the summary as the API shows it. */
export function messageShown(message: SummaryMessage, nameOf: (skill: string) => string): ReportMessage {
  return { code: message.code, skills: skillsOf(message, nameOf), ...NONE, ...numbersOf(message) };
}

function numbersOf(message: SummaryMessage): Partial<Numbers> {
  switch (message.code) {
    case 'PROVISIONAL':
      return { n: message.items - message.pendingItems, needed: message.items };
    case 'ABOVE_LINE':
    case 'BELOW_LINE':
      return { line: message.line, percent: message.certainty };
    case 'NEAR_LINE':
      return { line: message.line, percent: message.probability };
    case 'LINE_DEPENDS_ON_MARKS':
      return { line: message.line };
    case 'PERCENTILE':
      return { value: message.value, low: message.low, high: message.high, n: message.n };
    case 'TOO_FEW_TO_COMPARE':
      return { n: message.n, needed: message.needed };
    case 'ERROR_FROM_GROUP':
      return { n: message.n };
    default:
      return {};
  }
}

function skillsOf(message: SummaryMessage, nameOf: (skill: string) => string): ReportMessage['skills'] {
  switch (message.code) {
    case 'STRONGEST_SKILL':
    case 'WEAKEST_SKILL':
      return [{ name: nameOf(message.skill), points: message.points, items: null }];
    case 'SKILL_WITHDRAWN':
      return [{ name: nameOf(message.skill), points: null, items: null }];
    case 'FEW_ITEMS':
      return message.skills.map(({ skill, items }) => ({ name: nameOf(skill), points: null, items }));
    default:
      return [];
  }
}
