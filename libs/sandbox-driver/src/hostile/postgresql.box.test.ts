import { POSTGRESQL } from './sql/postgresql';
import { testAttacks } from './test-attacks';

testAttacks(POSTGRESQL, { parked: { python: 0 }, warmSql: true });
