import { PYTHON } from './table';
import { testAttacks } from './test-attacks';

testAttacks(PYTHON, { parked: { python: 1 } });
