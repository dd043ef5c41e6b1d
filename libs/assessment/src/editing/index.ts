export * from './draft-changes';
export * from './edit-draft';
export * from './merge-drafts';
export * from './same-value';
export * from './undo-history';
