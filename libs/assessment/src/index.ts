export * from './attempt-facts';
export * from './decide-save';
export * from './policy';
export * from './thin-revisions';
