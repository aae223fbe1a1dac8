import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { decodeJwt } from 'jose';
import { withHubRegister } from '../hub-register.ts';
import type { Revocation } from './revocations.ts';
import { revoke, tokensEnd } from './revoke.ts';

interface RevokeOptions {
  readonly id?: string;
  readonly file?: string;
  readonly certificate?: string;
  readonly user?: string;
  readonly client?: string;
  readonly all?: true;
  readonly before?: Date;
}

const CHOICES = ['--id', '--file', '--certificate', '--user', '--client', '--all'];
const DAY_MS = 86_400_000;

const past = (text: string): Date => {
  const time = new Date(text);
  if (time.getTime() <= Date.now()) return time;
  throw new InvalidArgumentError('Expected a time that is over, such as 2026-11-01T08:00:00+08:00 (应为已过去的时间).');
};

/** Adds `revoke`, which takes belief away from tokens and certificates before they end. */
export const addRevoke = (command: Command): Command =>
  command
    .command('revoke')
    .description(
      'Revokes tokens or a client certificate: every gateway refuses them within a second and ends their subscriptions (吊销令牌或证书).',
    )
    .option('--id <jti>', 'the token of this id (令牌编号)')
    .option('--file <file>', 'the token that a file holds, - for standard input (文件中的令牌)')
    .option('--certificate <file>', 'the client certificate that a file holds, as PEM (客户端证书文件)')
    .option('--user <name>', 'every token of a user that was issued before (该用户的全部令牌)')
    .option('--client <id>', 'every token of a client that was issued before (该客户端的全部令牌)')
    .option('--all', 'every token that was issued before (全部令牌)')
    .option('--before <time>', 'with --user, --client and --all; now unless told (签发时间早于)', past)
    .action(async (options: RevokeOptions, self: Command) => {
      const revocation = revocationOf(options, self);
      await withHubRegister(async ({ database, record }) => {
        await record('access.revoked', { ...revocation });
        await revoke(database, revocation);
      });
      console.log('Revoked: refused everywhere within a second (已吊销，一秒内生效).');
    });

function revocationOf(options: RevokeOptions, command: Command): Revocation {
  const { id, file, certificate, user, client, all, before } = options;
  const chosen = [id, file, certificate, user, client, all].filter((choice) => choice !== undefined);
  if (chosen.length !== 1) return command.error(`error: expected one of ${CHOICES.join(', ')} (须选其一).`);
  const issuedBefore = before ?? new Date();
  if (before && (id ?? file ?? certificate) !== undefined) {
    return command.error('error: expected --before with --user, --client and --all (--before 仅用于成批吊销).');
  }
  const of = (kind: Revocation['kind'], value: string, end = tokensEnd(issuedBefore)): Revocation => ({
    kind,
    value,
    issuedBefore: issuedBefore.toISOString(),
    expiresAt: end.toISOString(),
  });
  if (certificate !== undefined) {
    const { raw, validTo } = read(command, () => new X509Certificate(readFileSync(certificate)));
    const thumbprint = createHash('sha256').update(raw).digest('base64url');
    return of('CERTIFICATE', thumbprint, new Date(Math.max(Date.parse(validTo), Date.now()) + DAY_MS));
  }
  if (user !== undefined) return of('USER', user);
  if (client !== undefined) return of('CLIENT', client);
  if (all) return of('ALL', '');
  return of('TOKEN', id ?? read(command, () => idIn(file as string)));
}

/** The id of a token that a file holds: a token is a secret, which no command line shows. */
function idIn(file: string): string {
  const { jti } = decodeJwt(readFileSync(file === '-' ? 0 : file, 'utf8').trim());
  if (jti === undefined) throw new Error('Expected a token with an id.');
  return jti;
}

function read<Result>(command: Command, work: () => Result): Result {
  try {
    return work();
  } catch {
    return command.error(
      'error: expected a readable file with a certificate, or a token that has an id (文件无法识别).',
    );
  }
}
