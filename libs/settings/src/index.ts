export { isLoopback } from './address';
export { parseSettings, type Environment, type Settings } from './parse-settings';
export { SettingsError } from './settings-error';
