/** What is fetched when there are versions to show: one chunk. */
export { HistoryDrawer } from './history-drawer';
export { VersionNotice } from './version-notice';
