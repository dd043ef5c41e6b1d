import { JAVASCRIPT } from './table';
import { testAttacks } from './test-attacks';

testAttacks(JAVASCRIPT, { parked: { python: 0 } });
