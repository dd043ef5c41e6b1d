import './setup/old-node.cjs';

import('./setup/start.mjs');
