import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscribe } from '../live/subscriber.ts';
import { post } from './post.ts';
import { openShop, type Shop } from './shop-subgraphs.ts';
import { type StartedProcess, startOpen } from './started-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'governance-hub-open-'));
const file = join(directory, 'supergraph.graphql');

let shop: Shop;
let gateway: StartedProcess;

beforeAll(async () => {
  shop = await openShop();
  writeFileSync(file, shop.supergraph());
  gateway = await startOpen(file, '--deadline', '1500');
});

afterAll(async () => {
  await gateway.stop();
  shop.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('a supergraph that is served openly', () => {
  it('says loudly that nothing is protected', () => {
    expect(gateway.said()).toMatch(/OPEN: no tokens, no purposes, no ledger/);
  });

  it('is healthy once it says where it is', async () => {
    expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
  });

  it('answers across subgraphs without a token, custom scalars included', async () => {
    const { status, data, errors } = await post(gateway.url, '{ goods { id name label price } }');
    expect(status).toBe(200);
    expect(errors).toEqual([]);
    expect(data.goods).toEqual([
      { id: '1', name: 'umbrella', label: { colour: 'red' }, price: 10 },
      { id: '2', name: 'lamp', label: null, price: 20 },
    ]);
  });

  it('subscribes to a subgraph and adds what others know, to the end', async () => {
    const { told, over } = await subscribe({}, 'subscription { sold(times: 3) { name price } }', {}, gateway.url);
    await over;
    expect(told).toEqual([1, 2, 3].map((sold) => ({ data: { sold: { name: `lamp ${sold}`, price: sold * 10 } } })));
    expect(shop.listening()).toBe(0);
  });

  it('hands on errors of a subscription and goes on with it', async () => {
    const query = 'subscription { sold(times: 2) { name discount } }';
    const { told, over } = await subscribe({}, query, {}, gateway.url);
    await over;
    expect(told.map(({ data }) => data)).toEqual([1, 2].map((n) => ({ sold: { name: `lamp ${n}`, discount: null } })));
    for (const { errors } of told) expect(errors).toMatchObject([{ message: 'No discount on "lamp".' }]);
    const refused = await subscribe({}, 'subscription { failing { name } }', {}, gateway.url);
    await refused.over;
    expect(refused.told).toMatchObject([{ errors: [{ message: 'Nothing is sold on Sundays.' }] }]);
  });

  it('lets a subgraph go once the client leaves', async () => {
    const subscriber = await subscribe({}, 'subscription { sold(times: 0) { name } }', {}, gateway.url);
    await subscriber.until(2);
    expect(shop.listening()).toBe(1);
    subscriber.leave();
    await expect.poll(() => shop.listening()).toBe(0);
  });

  it('answers a plain GET', async () => {
    const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent('{ goods { id } }')}`);
    expect(await response.json()).toEqual({ data: { goods: [{ id: '1' }, { id: '2' }] } });
  });

  it('changes things by mutations with variables, and goes on to the other subgraph', async () => {
    const rename = 'mutation ($id: ID!, $name: String!) { rename(id: $id, name: $name) { name price } }';
    const { data } = await post(gateway.url, rename, { id: '2', name: 'torch' });
    expect(data.rename).toEqual({ name: 'torch', price: 20 });
  });

  it('hands on a subgraph’s own errors beside what the others answer', async () => {
    const { data, errors } = await post(gateway.url, '{ goods { name discount } }');
    expect(data.goods).toEqual([
      { name: 'umbrella', discount: null },
      { name: 'lamp', discount: null },
    ]);
    expect(errors.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: 'No discount on "lamp".', path: ['goods', 0, 'discount'] },
      { message: 'No discount on "lamp".', path: ['goods', 1, 'discount'] },
    ]);
  });

  it('shows its schema', async () => {
    const { data } = await post(gateway.url, '{ __type(name: "Good") { fields { name } } }');
    expect(data.__type.fields.map(({ name }: { name: string }) => name).sort()).toEqual([
      'discount',
      'id',
      'label',
      'name',
      'price',
    ]);
  });

  it('hands none of the client’s headers to subgraphs', async () => {
    await post(gateway.url, '{ goods { id } }', {}, { authorization: 'Bearer secret', cookie: 'a=b', 'x-own': '1' });
    expect(Object.keys(shop.latestHeaders()).sort()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it('gives a subgraph no longer than its deadline', async () => {
    const { data, errors } = await post(gateway.url, '{ slowly(milliseconds: 5000) }');
    expect(data).toBeNull();
    expect(errors[0]?.extensions?.code).toBe('SOURCE_UNAVAILABLE');
  });

  it('ends on SIGTERM when it has answered what is under way, and takes nothing more', async () => {
    const under = post(gateway.url, '{ slowly(milliseconds: 1000) }');
    await new Promise((later) => setTimeout(later, 300));
    gateway.kill('SIGTERM');
    await new Promise((later) => setTimeout(later, 200));
    await expect(once(connect(Number(new URL(gateway.url).port), '127.0.0.1'), 'connect')).rejects.toThrow(
      'ECONNREFUSED',
    );
    expect((await under).data).toEqual({ slowly: 'done' });
    expect(await gateway.ended).toBe(0);
  });
});
