import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { departmentNames } from '../schema/departments.ts';
import { openAnswerKeys, readAnswerKeys } from '../schema/kit/answer-keys.ts';
import { verifyAnswer } from '../schema/kit/signed-answer.ts';
import { registerConfig } from '../schema/register/config.ts';

const known = departmentNames();

const departmentName = (name: string): string => {
  if (!known.includes(name)) throw new InvalidArgumentError(`Expected one of ${known.join(', ')} (应为部门名).`);
  return name;
};

const command = new Command('check-answer')
  .description('Tells whether a department gave an answer, by its signature alone (离线核验部门应答签名).')
  .argument('<department>', 'who is said to have answered (部门)', departmentName)
  .requiredOption('--answer <file>', 'the answer, byte for byte (应答原文)')
  .requiredOption('--signature <file>', 'its signature, as the header x-hub-answer or the ledger has it (签名)')
  .option(
    '--keys <file>',
    'the department’s public keys, a JWK or a JWKS; those in the folder of keys unless given (公钥)',
  )
  .parse();
const [department] = command.processedArgs as [string];
const { answer, signature, keys } = command.opts<{ answer: string; signature: string; keys?: string }>();

const ring =
  keys === undefined
    ? openAnswerKeys(registerConfig([department]).dataDirectory, department).all
    : readAnswerKeys(keys);
const signed = await verifyAnswer(department, readFileSync(signature, 'utf8').trim(), readFileSync(answer), (id) =>
  ring.find((key) => key.id === id),
);
if (signed) {
  const at = new Date(signed.iat * 1_000).toISOString();
  console.log(
    `✓ ${department} gave this answer (确为该部门应答): ${at}, request ${signed.request}, key ${signed.keyId}`,
  );
} else {
  console.error(`✗ None of the ${ring.length} keys of ${department} signed this answer (签名不符).`);
  process.exitCode = 1;
}
