/** What a lock file says of a package. */
export interface LockedPackage {
  readonly version?: string;
  /** SPDX expression. */
  readonly license?: string;
  readonly dev?: boolean;
}

/** Packages by their place in the tree, `node_modules/…`; the project itself stands under the empty one. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const permissive = new Set([
  ...['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'Python-2.0'],
]);

/** Runs with the hub although its licence is another, or not told; each for a reason. */
const exceptions: Readonly<Record<string, string>> = {
  elkjs: 'EPL-2.0: part of Prisma Studio, which comes with the Prisma command line and is never loaded',
  'seq-queue': 'names no licence in its manifest; its LICENSE file is MIT’s',
};

/** Packages that run with the hub under a licence that is not among the permissive ones: `name@version: licence`. */
export function forbiddenLicences(packages: LockedPackages): string[] {
  return Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { version, license }]) => ({ name: nameOf(place), version, license }))
    .filter(({ name, license }) => !(name in exceptions) && !isPermissive(license))
    .map(({ name, version, license }) => `${name}@${version}: ${license ?? 'no licence told'}`);
}

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Of alternatives one must be permissive, of parts all; expressions in the lock nest no deeper than that. */
function isPermissive(expression: string | undefined): boolean {
  const text = expression?.replaceAll(/[()]/g, '') ?? '';
  return text.split(' OR ').some((parts) => parts.split(/ and /i).every((part) => permissive.has(part.trim())));
}
