export { type Alike, type Comparison, findAlike, GATES, type Program } from './find-alike';
export { type Match, matchesOf, type Span } from './matches';
export { type SimilarityLanguage } from './tokens/tokenize';
