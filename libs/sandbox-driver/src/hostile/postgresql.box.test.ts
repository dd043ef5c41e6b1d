import { POSTGRESQL } from './sql/postgresql';
import { standAgainst } from './stand-against';

standAgainst(POSTGRESQL, { parked: { python: 0 }, warmSql: true });
