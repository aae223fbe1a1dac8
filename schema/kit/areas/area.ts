/** A division of the district: the district itself, a town (镇、乡、街道), or a village or community (村、社区). */
export interface Area {
  /** 6, 9 or 12 digits (GB/T 2260, GB/T 10114); the code of what contains it is its prefix. */
  readonly code: string;
  /** As the division table writes it, with its committee: 临江社区居委会. */
  readonly name: string;
  /** As people say it: 临江社区, 汉都村. */
  readonly shortName: string;
  /** Code of the division that contains it. */
  readonly parent: string;
  readonly level: AreaLevel;
}

export type AreaLevel = 'COUNTY' | 'TOWN' | 'VILLAGE';

/**
 * The name without its committee: 临江社区居委会 is 临江社区, 汉都村村委会 is 汉都村. Other names stay as they are.
 */
export function shortAreaName(name: string): string {
  if (name.endsWith('村委会')) {
    const village = name.slice(0, -'村委会'.length);
    return village.endsWith('村') ? village : `${village}村`;
  }
  return name.endsWith('居委会') ? name.slice(0, -'居委会'.length) : name;
}
