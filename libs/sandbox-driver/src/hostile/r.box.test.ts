import { R } from './r/table';
import { standAgainst } from './stand-against';

standAgainst(R, { parked: { python: 0, r: 1 } });
