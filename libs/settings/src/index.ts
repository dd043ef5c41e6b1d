export { isLocalSite, isLoopback } from './address';
export { addressBlock } from './address-block';
export type { MailServer, Sender } from './mail';
export { parseSettings, type Environment, type Settings } from './parse-settings';
export { SettingsError } from './settings-error';
