import { describe, expect, it } from 'vitest';
import { ask, operation } from '../kit/hub-client.ts';
import { handlerOf, idOf } from './askers.ts';
import { expectedRecord } from './truth/person-record.ts';
import { theWorld } from './truth/world.ts';

const world = theWorld();
const record = operation('person-record');

describe('a case worker who opens a party’s whole record', () => {
  it.each(
    world.notable.everythingAll.map((party) => ({ party, number: world.matter(party.matter).number })),
  )('is told everything that every register holds of the party of $number', async ({ party }) => {
    const answer = await ask(handlerOf(world.matter(party.matter)), record, { person: await idOf(party) });
    expect(answer.errors).toEqual([]);
    expect(answer.data.person).toEqual(await expectedRecord(party, idOf));
  });
});
