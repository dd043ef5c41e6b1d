import { SQLITE } from './sql/sqlite';
import { standAgainst } from './stand-against';

standAgainst(SQLITE, { parked: { python: 0 } });
