import { ESCAPE } from './escape';
import { FORGERY } from './forgery';
import { PERSISTENCE } from './persistence';
import { RESOURCES } from './resources';
import { SNOOPING } from './snooping';

export const JAVASCRIPT = [...RESOURCES, ...ESCAPE, ...PERSISTENCE, ...FORGERY, ...SNOOPING];
