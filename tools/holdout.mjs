#!/usr/bin/env node
import './setup/old-node.cjs';

import('./setup/holdout.mjs');
