import { SQLITE } from './sql/sqlite';
import { testAttacks } from './test-attacks';

testAttacks(SQLITE, { parked: { python: 0 } });
