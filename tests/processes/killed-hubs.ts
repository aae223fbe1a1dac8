import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** What clients of hubs that were killed were told. */
export interface Told {
  /** Ids of the people whose data a client has seen, however little of the answer came. */
  readonly persons: string[];
  /** Requests that were sent, answered or not. */
  sent: number;
  kills: number;
}

const CLIENTS = 8;
const MOST_MS = 60;

/**
 * Starts a small hub over the database and kills it (SIGKILL) at a random moment of its first 60 ms under load, again and
 * again. `personOf` names a person whom no other request asks for.
 */
export async function killHubs(
  connectionString: string,
  kills: number,
  personOf: (request: number) => string,
): Promise<Told> {
  const told: Told = { persons: [], sent: 0, kills: 0 };
  while (told.kills < kills) {
    // The connection holds a password: whoever lists processes sees their parameters.
    const hub = spawn(process.execPath, [join(import.meta.dirname, 'small-hub.ts')], {
      env: { ...process.env, SMALL_HUB_DATABASE: connectionString },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(hub.stdout), 'line')) as [string];
    const { url, token } = JSON.parse(line) as { url: string; token: string };
    const ended = once(hub, 'exit');
    let isOver = false;
    const client = async () => {
      while (!isOver) {
        const person = personOf(told.sent++);
        try {
          if (await seesName(url, token, person)) told.persons.push(person);
        } catch {
          return;
        }
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    // From its first answer on: before, nothing is compiled, and nothing could be seen.
    const seen = told.persons.length;
    while (told.persons.length === seen && hub.exitCode === null) await pause(1);
    await pause(Math.random() * MOST_MS);
    hub.kill('SIGKILL');
    isOver = true;
    await Promise.all([...clients, ended]);
    told.kills += 1;
  }
  return told;
}

/** Whether anything of the person's name came back, in a whole answer or in a part of one. */
async function seesName(url: string, token: string, person: string): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'docket' },
    body: JSON.stringify({ query: 'query ($id: ID!) { person(id: $id) { name } }', variables: { id: person } }),
  });
  let text = '';
  try {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true });
  } catch {
    // Cut off: what came before was seen all the same.
  }
  return text.includes('name of ');
}
