import { R } from './table';
import { testAttacks } from './test-attacks';

testAttacks(R, { parked: { python: 0, r: 1 } });
