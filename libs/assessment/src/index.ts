export * from './attempt-facts';
export * from './policy';
