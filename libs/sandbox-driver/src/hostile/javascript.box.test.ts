import { JAVASCRIPT } from './javascript/table';
import { standAgainst } from './stand-against';

standAgainst(JAVASCRIPT, { parked: { python: 0 } });
