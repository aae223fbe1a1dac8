import { randomBytes, webcrypto } from 'node:crypto';

// The package looks for a global that this defines.
await import('reflect-metadata');
const { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } = await import(
  '@peculiar/x509'
);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** A certificate and its key, as PEM, with what a test signs others with. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly subject: string;
}

/** What a certificate is to say. */
export interface CertificateWish {
  readonly subject: string;
  readonly names?: readonly { readonly type: 'dns' | 'url' | 'ip'; readonly value: string }[];
  /** Who signs it; itself unless told. */
  readonly by?: Certified;
  readonly validTo?: Date;
  readonly isAuthority?: boolean;
}

/** Makes a certificate that opens nothing but a test's own door. */
export async function certify({ subject, names = [], by, validTo, isAuthority }: CertificateWish): Promise<Certified> {
  const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const end = validTo ?? new Date(Date.now() + DAY_MS);
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: randomBytes(8).toString('hex'),
      subject,
      issuer: by?.subject ?? subject,
      notBefore: new Date(end.getTime() - 2 * DAY_MS),
      notAfter: end,
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey as never,
      signingKey: (by ?? { keys }).keys.privateKey as never,
      extensions: [
        ...(isAuthority ? [new BasicConstraintsExtension(true, undefined, true)] : []),
        ...(names.length > 0 ? [new SubjectAlternativeNameExtension([...names])] : []),
      ],
    },
    webcrypto as never,
  );
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const key = `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`;
  return { cert: certificate.toString('pem'), key, keys, subject };
}
