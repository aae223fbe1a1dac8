import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringOfSecrets } from '../../../schema/kit/keys/secret-ring.ts';
import { openLinkKeys } from '../link-register/link-key.ts';
import { personByIdNumber } from '../loaders/person-by-id-number.ts';
import {
  batchOf,
  FIRST_LINK_KEY,
  HERE,
  type HubRegister,
  numberOf,
  openHubRegister,
  THERE,
  viewer,
} from './hub-register.ts';

let hub: HubRegister;

beforeAll(async () => {
  hub = await openHubRegister();
});
afterAll(() => hub?.close());

const count = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await hub.database.pool.query(text, values)).rows[0].count);
const supersededBy = async (id: string): Promise<string | null> =>
  (await hub.database.pool.query('SELECT superseded_by FROM person WHERE id = $1', [id])).rows[0].superseded_by;
const range = (from: number, size: number) => Array.from({ length: size }, (_, index) => numberOf(from + index));

describe('persons', () => {
  it('answers one id a number, in the order asked and the same ever after', async () => {
    const asked = [numberOf(1), numberOf(2), numberOf(1)];
    const ids = await hub.link.persons(asked);
    expect(ids[0]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
    expect(await hub.link.persons(asked)).toEqual(ids);
    expect(await hub.openLink().persons([numberOf(2), numberOf(1)])).toEqual([ids[1], ids[0]]);
  });

  it('links a batch of five thousand in three statements, and a remembered one in a single', async () => {
    const asked = range(10_000, 5_000);
    const first = hub.database.watch();
    const ids = await hub.link.persons(asked);
    first.stop();
    expect(new Set(ids).size).toBe(5_000);
    expect(first.texts).toHaveLength(3);
    const again = hub.database.watch();
    expect(await hub.link.persons(asked)).toEqual(ids);
    again.stop();
    expect(again.texts).toHaveLength(1);
  });

  it('tells kinds of documents apart', async () => {
    const canonical = 'G12345678';
    const [passport, card] = await hub.link.persons([
      { kind: 'PASSPORT', canonical },
      { kind: 'FOREIGN_PERMANENT_RESIDENCE', canonical },
    ]);
    expect(passport).not.toBe(card);
  });

  it('gives two imports at once the same ids and leaves nobody without a token', async () => {
    const forwards = range(30_000, 2_000);
    const backwards = [...forwards].reverse();
    const links = [hub.link, hub.openLink(), hub.openLink()];
    const answers = await Promise.all(links.map((link, index) => link.persons(index === 1 ? backwards : forwards)));
    expect(answers[1]).toEqual([...(answers[0] as string[])].reverse());
    expect(answers[2]).toEqual(answers[0]);
    const strays = 'SELECT count(*) FROM person WHERE NOT EXISTS (SELECT FROM person_token WHERE person_id = id)';
    expect(await count(strays)).toBe(0);
  });

  it('keeps no number', async () => {
    await hub.link.persons([numberOf(1)]);
    const { rows } = await hub.database.pool.query('SELECT token, length(token) AS length FROM person_token');
    expect(rows.every(({ token, length }) => length === 32 && !token.toString('latin1').includes('330898'))).toBe(true);
  });
});

describe('samePerson', () => {
  it('makes a corrected number a second token of the same id', async () => {
    const [id] = await hub.link.persons([numberOf(100)]);
    await hub.link.samePerson([{ current: numberOf(101), previous: numberOf(100) }]);
    expect(await hub.link.persons([numberOf(101), numberOf(100)])).toEqual([id, id]);
  });

  it('makes one id where neither number is known', async () => {
    await hub.link.samePerson([{ current: numberOf(111), previous: numberOf(110) }]);
    const [one, other] = await hub.link.persons([numberOf(110), numberOf(111)]);
    expect(one).toBe(other);
    expect(await count('SELECT count(*) FROM person WHERE id = $1', [one])).toBe(1);
  });

  it('merges two ids into the older one, at once for every process, and keeps chains flat', async () => {
    const other = hub.openLink();
    const [oldest] = await other.persons([numberOf(120)]);
    const [middle] = await other.persons([numberOf(121)]);
    const [youngest] = await other.persons([numberOf(122)]);
    await hub.link.samePerson([{ current: numberOf(122), previous: numberOf(121) }]);
    expect(await other.persons([numberOf(121), numberOf(122)])).toEqual([middle, middle]);
    await hub.link.samePerson([{ current: numberOf(121), previous: numberOf(120) }]);
    expect(await other.persons([numberOf(122), numberOf(121), numberOf(120)])).toEqual([oldest, oldest, oldest]);
    expect(await Promise.all([oldest, middle, youngest].map((id) => supersededBy(id as string)))).toEqual([
      null,
      oldest,
      oldest,
    ]);
  });

  it('merges a whole chain that one batch tells', async () => {
    const ids = await hub.link.persons([numberOf(130), numberOf(131), numberOf(132)]);
    await hub.link.samePerson([
      { current: numberOf(132), previous: numberOf(131) },
      { current: numberOf(131), previous: numberOf(130) },
    ]);
    const oldest = [...ids].sort()[0];
    expect(new Set(await hub.link.persons([numberOf(130), numberOf(131), numberOf(132)]))).toEqual(new Set([oldest]));
  });

  it('costs one statement when everything is known already', async () => {
    const pairs = [{ current: numberOf(141), previous: numberOf(140) }];
    await hub.link.samePerson(pairs);
    const watch = hub.database.watch();
    await hub.link.samePerson(pairs);
    watch.stop();
    expect(watch.texts).toHaveLength(1);
  });

  it('agrees with itself when imports tell it at once, against each other and against the link step', async () => {
    const numbers = range(50_000, 400);
    const pairs = numbers.slice(1).map((current, index) => ({ current, previous: numbers[index] as typeof current }));
    await Promise.all([
      hub.link.persons(numbers),
      hub.openLink().samePerson(pairs),
      hub.openLink().samePerson([...pairs].reverse()),
      hub.openLink().persons([...numbers].reverse()),
    ]);
    const ids = new Set(await hub.openLink().persons(numbers));
    expect(ids.size).toBe(1);
    expect(await supersededBy([...ids][0] as string)).toBeNull();
    expect(
      await count(
        'SELECT count(*) FROM person WHERE superseded_by IN (SELECT id FROM person WHERE superseded_by IS NOT NULL)',
      ),
    ).toBe(0);
  });
});

describe('households and dwellings', () => {
  it('answer ids of their own kind by number', async () => {
    const [household] = await hub.link.households(['330898001']);
    const [dwelling] = await hub.link.dwellings(['330898001']);
    expect(household).not.toBe(dwelling);
    expect(await hub.openLink().households(['330898001'])).toEqual([household]);
    expect(await hub.openLink().dwellings(['330898001'])).toEqual([dwelling]);
  });

  it('answer one id by the old and the new register number', async () => {
    const [id] = await hub.link.households(['A1']);
    await hub.link.sameHousehold([{ current: 'A2', previous: 'A1' }]);
    expect(await hub.link.households(['A2', 'A1'])).toEqual([id, id]);
  });
});

describe('areas', () => {
  it('are told and asked by any id of a person, and survive a merger', async () => {
    const [older] = await hub.link.persons([numberOf(150)]);
    const [younger] = await hub.link.persons([numberOf(151)]);
    await hub.link.publishAreas([{ person: younger as string, areaCode: HERE }]);
    expect(await hub.link.areasOf([older as string])).toEqual(new Map());
    await hub.link.samePerson([{ current: numberOf(151), previous: numberOf(150) }]);
    expect(await hub.link.areasOf([older, younger] as string[])).toEqual(
      new Map([
        [older, HERE],
        [younger, HERE],
      ]),
    );
    await hub.link.publishAreas([{ person: younger as string, areaCode: THERE }]);
    expect((await hub.link.areasOf([older as string])).get(older as string)).toBe(THERE);
  });
});

describe('receiveBatch', () => {
  it('takes a batch in once', async () => {
    await hub.link.receiveBatch(batchOf(1));
    await hub.link.receiveBatch(batchOf(1, { accepted: 0 }));
    const { rows } = await hub.database.pool.query('SELECT accepted, reasons FROM source_batch');
    expect(rows).toEqual([{ accepted: 95, reasons: [{ rule: 'INVALID_DATE', rows: 5 }] }]);
  });
});

describe('the link keys', () => {
  const rotated = () => ringOfSecrets(Buffer.alloc(32, 8), FIRST_LINK_KEY);
  const retired = () => ringOfSecrets(Buffer.alloc(32, 8));

  it('are made once and readable by their owner alone', () => {
    const directory = mkdtempSync(join(tmpdir(), 'link-key-'));
    try {
      const key = openLinkKeys(directory).newest;
      expect(key.bytes).toHaveLength(32);
      expect(openLinkKeys(directory).newest).toEqual(key);
      expect(statSync(join(directory, 'keys', 'link.key')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('link everybody to the same id after a rotation, and to no one else’s', async () => {
    const numbers = range(60_000, 500);
    const before = await hub.openLink().persons(numbers);
    const [household] = await hub.openLink().households(['R1']);
    const link = hub.openLink(rotated());
    expect(await link.persons(numbers)).toEqual(before);
    expect(await link.households(['R1'])).toEqual([household]);
    const strangers = await link.persons(range(61_000, 500));
    expect(new Set([...before, ...strangers]).size).toBe(1_000);
    // Whoever still holds both keys, in either order, goes on finding them.
    expect(await hub.openLink(ringOfSecrets(FIRST_LINK_KEY, Buffer.alloc(32, 8))).persons(numbers)).toEqual(before);
  });

  it('put the tokens of numbers that an import meets under the newest key, so that the older can go', async () => {
    const numbers = range(62_000, 50);
    const ids = await hub.openLink().persons(numbers);
    await hub.openLink(rotated()).persons(numbers);
    expect(await hub.openLink(retired()).persons(numbers)).toEqual(ids);
    expect(await count('SELECT count(*) FROM person_token WHERE person_id = ANY($1)', [ids])).toBe(50);
  });

  it('unite a number under the older key with one that nobody knew', async () => {
    const [id] = await hub.openLink().persons([numberOf(63_000)]);
    const link = hub.openLink(rotated());
    await link.samePerson([{ current: numberOf(63_001), previous: numberOf(63_000) }]);
    expect(await link.persons([numberOf(63_001), numberOf(63_000)])).toEqual([id, id]);
  });

  it('give a number one id where imports meet it at once', async () => {
    const numbers = range(64_000, 300);
    const links = [hub.openLink(rotated()), hub.openLink(rotated()), hub.openLink(rotated())];
    const [one, ...others] = await Promise.all(links.map((link) => link.persons(numbers)));
    expect(others).toEqual([one, one]);
  });

  it('find people by number for those who ask, under either key', async () => {
    const [old] = await hub.openLink().persons([numberOf(65_000)]);
    hub.provideKeys(rotated());
    const [young] = await hub.openLink(rotated()).persons([numberOf(65_001)]);
    const asker = viewer({ areas: ['330803'], scopes: ['hub.person:lookup'] });
    const find = async (sequence: number) =>
      (await personByIdNumber(hub.contextOf(asker), numberOf(sequence).canonical))?.id;
    expect([await find(65_000), await find(65_001), await find(65_002)]).toEqual([old, young, undefined]);
  });
});
