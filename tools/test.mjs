import './setup/old-node.cjs';

import('./setup/test.mjs');
