/** Source text of functions that name one another, and the constants that they use. */
export class GeneratedFunctions {
  private readonly sources: string[] = [];
  private readonly constants: unknown[] = [];
  private readonly names = new Map<string, string>();

  /** The name of the function of this identity; its text behind the name is written once. */
  named(identity: string, write: () => string): string {
    const known = this.names.get(identity);
    if (known !== undefined) {
      return known;
    }
    const name = `p${this.names.size}`;
    this.names.set(identity, name);
    this.sources.push(`function ${name}${write()}`);
    return name;
  }

  /** The name under which functions read a value. */
  constant(value: unknown): string {
    return `c${this.constants.push(value) - 1}`;
  }

  /** Makes the functions and returns the one named `entry`; each may call the `given` by their names. */
  compile(entry: string, given: Readonly<Record<string, unknown>>): unknown {
    const names = this.constants.map((_, index) => `c${index} = constants[${index}]`);
    const constants = names.length === 0 ? '' : `const ${names.join(', ')};\n`;
    const body = `'use strict';\n${constants}${this.sources.join('\n')}\nreturn ${entry};`;
    // Names in the sources are GraphQL names, values are constants: nothing of a request becomes code.
    // oxlint-disable-next-line typescript/no-implied-eval
    return new Function('constants', ...Object.keys(given), body)(this.constants, ...Object.values(given));
  }
}

/** A name as a string literal of source text. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
