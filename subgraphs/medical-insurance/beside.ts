import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Beside } from '../../schema/backup/beside.ts';
import { storeFile, systemDirectory } from './system/place.ts';

/** The store of the stand-in, where one runs here; the bureau's own system makes its own backups. */
export const beside: Beside = {
  async keep(dataDirectory, file) {
    if (!existsSync(storeFile(dataDirectory))) return false;
    const store = new DatabaseSync(storeFile(dataDirectory));
    try {
      store.prepare('VACUUM INTO ?').run(file);
    } finally {
      store.close();
    }
    chmodSync(file, 0o600);
    return true;
  },
  async putBack(file, dataDirectory) {
    mkdirSync(systemDirectory(dataDirectory), { recursive: true, mode: 0o700 });
    copyFileSync(file, storeFile(dataDirectory));
  },
};
