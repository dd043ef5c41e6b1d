export { datasetFile, type PackagedFile } from './dataset-file';
export { readBankFiles } from './read-bank-files';
export { sha256, sha256OfAll } from './sha256';
