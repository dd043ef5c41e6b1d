import { PYTHON } from './python/table';
import { standAgainst } from './stand-against';

standAgainst(PYTHON, { parked: { python: 1 } });
