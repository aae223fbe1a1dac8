import { DatabaseSync } from 'node:sqlite';
import { storeFile } from '../../subgraphs/medical-insurance/system/place.ts';

/** What the stand-in of the medical insurance bureau's own system holds over a data directory. */
export function bureauRows<Row>(dataDirectory: string, text: string): Row[] {
  const store = new DatabaseSync(storeFile(dataDirectory), { readOnly: true });
  try {
    return store.prepare(text).all() as Row[];
  } finally {
    store.close();
  }
}
