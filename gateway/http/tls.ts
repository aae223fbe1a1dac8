import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import type { TlsFiles } from '../access/identity-settings.ts';
import { ConfigurationInvalid } from '../configuration-invalid.ts';

/** What Node's server is told for HTTPS. */
export type DoorTls = Pick<
  ServerOptions,
  'cert' | 'key' | 'ca' | 'minVersion' | 'requestCert' | 'rejectUnauthorized' | 'sessionIdContext'
>;

/**
 * Reads the door's key and certificate. Where there is an authority for clients, systems may show a certificate; whoever
 * shows none needs a token, and who shows a wrong one is told so. Throws CONFIGURATION_INVALID, naming the settings.
 */
export function readTls({ certificate, key, clientAuthority }: TlsFiles): DoorTls {
  const faults: string[] = [];
  const read = (name: string, file: string): Buffer | undefined => {
    try {
      return readFileSync(file);
    } catch {
      faults.push(`${name}: expected a file that can be read`);
      return undefined;
    }
  };
  const cert = read('HUB_TLS_CERT', certificate);
  const secret = read('HUB_TLS_KEY', key);
  const ca = clientAuthority === undefined ? undefined : read('HUB_TLS_CLIENT_CA', clientAuthority);
  if (faults.length > 0) throw new ConfigurationInvalid(faults);
  return {
    cert,
    key: secret,
    minVersion: 'TLSv1.2',
    ...(ca && { ca, requestCert: true, rejectUnauthorized: false }),
    // Sessions are taken up again in the process alone that began them, whose authority looked at the certificate.
    sessionIdContext: randomBytes(16).toString('hex'),
  };
}
