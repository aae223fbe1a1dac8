import { Command, InvalidArgumentError } from 'commander';

/** What the command line asks for. */
export interface StartOrder {
  /** A supergraph file to serve instead of the departments. */
  readonly supergraph?: string;
  /** Whether that is served without tokens, purposes and ledger. */
  readonly open: boolean;
  readonly host?: string;
  readonly port?: number;
  /** How long a subgraph may take, with `supergraph`. */
  readonly deadline: number;
  /** How many processes serve the port; this one alone unless told. */
  readonly workers?: number;
  /** Whether another hub may already serve the same registers. */
  readonly join: boolean;
}

const MOST_WORKERS = 64;

const whole = (from: number, to: number) => (text: string) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new InvalidArgumentError(`Expected a whole number from ${from} to ${to}.`);
};

/** Reads the command line; where it cannot be read, says why and ends the process with code 1. */
export function startOrder(argv: readonly string[]): StartOrder {
  const command = new Command('npm start --')
    .description('Serves the hub, or any Federation 2 supergraph (启动中枢；或服务任意 Federation 2 超图).')
    .option('--host <address>', 'address to listen on; HUB_HOST unless told (监听地址)')
    .option('--port <number>', 'port to listen on, 0 takes a free one; HUB_PORT unless told (端口)', whole(0, 65_535))
    .option(
      '--workers <number>',
      'processes that serve the port; SIGHUP renews them (工作进程数)',
      whole(1, MOST_WORKERS),
    )
    .option('--join', 'serve registers that another hub may already serve (与另一中枢共用登记库)', false)
    .option('--supergraph <file>', 'serve this supergraph, and follow the file; needs --open (超图文件)')
    .option('--open', 'without tokens, purposes and ledger (不设访问控制，仅限试验)', false)
    .option(
      '--deadline <ms>',
      'milliseconds a subgraph may take, with --supergraph (子图时限)',
      whole(1, 3_600_000),
      30_000,
    )
    .parse(argv);
  const order = command.opts<StartOrder>();
  if (order.supergraph !== undefined && !order.open) {
    command.error(
      'error: --supergraph needs --open: no access rules are known for it (--supergraph 须与 --open 同用).',
    );
  }
  if (order.open && order.supergraph === undefined) {
    command.error('error: --open needs --supergraph: the hub itself is never open (--open 须与 --supergraph 同用).');
  }
  if (order.open && (order.workers !== undefined || order.join)) {
    command.error('error: --workers and --join are the hub’s own, not for --supergraph (不适用于 --supergraph).');
  }
  return order;
}
