import { describe, expect, it } from 'vitest';
import { ask, operation } from '../kit/hub-client.ts';
import { auditor, idOf } from './askers.ts';
import { theWorld } from './truth/world.ts';
import { waiting } from './waiting.ts';

describe('what the hub does not answer yet', () => {
  it('is exactly the list of what waits', async () => {
    const fields = await ask(auditor, '{ __schema { mutationType { name } queryType { fields { name } } } }');
    const unanswered: string[] = [];
    if (fields.data.__schema.mutationType === null) unanswered.push('acceptCase');
    const trail = await ask(auditor, operation('audit-trail'), { person: await idOf(theWorld().notable.everything) });
    expect(trail.errors).toEqual([]);
    if (trail.data.ledgerHead === null) unanswered.push('ledgerHead');
    expect(waiting.map(({ field }) => field)).toEqual(unanswered);
  });
});
