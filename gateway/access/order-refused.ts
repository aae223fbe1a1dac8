import { Command } from 'commander';

/** What a command cannot do as it was told; the message says what was expected. */
export class OrderRefused extends Error {}

/** Does a command's work, and says why where it is refused: only then does the process end, with all registers closed. */
export const telling =
  <Parameters extends unknown[]>(work: (...parameters: Parameters) => Promise<void>) =>
  async (...parameters: Parameters): Promise<void> => {
    try {
      await work(...parameters);
    } catch (fault) {
      // The command itself comes last of what an action is called with.
      const command = parameters.at(-1);
      if (fault instanceof OrderRefused && command instanceof Command) command.error(`error: ${fault.message}`);
      throw fault;
    }
  };
