import type { FederationCase } from '../../federation-case.ts';
import { sorted } from './sorted.ts';

const box = { width: 1, height: 7, colour: 'GREEN', tags: ['a', 'b'] };
const defaults = { text: 'default', colour: 'RED', box: { ...box, width: 2 } };

export const cases: FederationCase[] = [
  {
    it: 'leaves defaults of arguments and input objects to the subgraph that declares them',
    operation: '{ echo { heard length } }',
    data: { echo: { heard: sorted(defaults), length: '{"in":"LETTERS","scale":[{"by":2,"plus":1}]}' } },
  },
  {
    it: 'passes null where it is given, as a literal and as a variable',
    operation: 'query ($text: String, $colour: Colour) { echo(text: $text, colour: $colour, box: null) { heard } }',
    variables: { text: null, colour: null },
    data: { echo: { heard: sorted({ text: null, colour: null, box: null }) } },
  },
  {
    it: 'takes a variable that is not given for an argument that is not given',
    operation:
      'query ($text: String, $colour: Colour, $box: Box) { echo(text: $text, colour: $colour, box: $box) { heard } }',
    data: { echo: { heard: sorted(defaults) } },
  },
  {
    it: 'fills defaults of variables in',
    operation: `query ($text: String = "t", $colour: Colour = GREEN, $list: [Int!] = 3, $box: Box = { inner: { label: "x" } }) {
      echo(text: $text, colour: $colour, list: $list, box: $box) { heard }
    }`,
    data: {
      echo: {
        heard: sorted({
          text: 't',
          colour: 'GREEN',
          box: { width: 1, height: 7, colour: 'GREEN', inner: { ...box, label: 'x' }, tags: ['a', 'b'] },
          list: [3],
        }),
      },
    },
  },
  {
    it: 'makes lists of single values, nested ones too, and keeps nulls in lists',
    operation:
      'query ($list: [Int!], $nested: [[Int]], $boxes: [Box!]) { echo(list: $list, nested: $nested, boxes: $boxes) { heard } }',
    variables: { list: 5, nested: [1, [2, null], null], boxes: { height: 1 } },
    data: {
      echo: {
        heard: sorted({
          text: 'default',
          colour: 'RED',
          list: [5],
          nested: [[1], [2, null], null],
          box: { ...box, width: 2 },
          boxes: [{ ...box, height: 1 }],
        }),
      },
    },
  },
  {
    it: 'makes numbers and names what the types say',
    operation:
      'query ($id: ID, $share: Float, $flag: Boolean!) { echo(id: $id, share: $share, flag: $flag, number: -0) { heard } }',
    variables: { id: 12, share: 3, flag: false },
    data: {
      echo: {
        heard: sorted({
          text: 'default',
          number: 0,
          share: 3,
          flag: false,
          id: '12',
          colour: 'RED',
          box: { ...box, width: 2 },
        }),
      },
    },
  },
  {
    it: 'passes variables into arguments of joined fields, under each alias its own',
    operation: `query ($unit: Unit!, $by: Int!) {
      echo(text: "") { a: length(in: $unit, scale: { by: $by }) b: length(in: BYTES, scale: []) c: length(scale: [{ by: 3, plus: null }]) }
    }`,
    variables: { unit: 'BYTES', by: 9 },
    data: {
      echo: {
        a: '{"in":"BYTES","scale":[{"by":9,"plus":1}]}',
        b: '{"in":"BYTES","scale":[]}',
        c: '{"in":"LETTERS","scale":[{"by":3,"plus":null}]}',
      },
    },
  },
  {
    it: 'passes texts whole, whatever letters are in them',
    operation:
      'query ($text: String) { a: echo(text: $text) { heard } b: echo(text: """\n  block "quoted"\n    deep\n""") { heard } }',
    variables: { text: '"\\\n\u2028社区 \u{1F600}' },
    data: {
      a: { heard: sorted({ ...defaults, text: '"\\\n\u2028社区 \u{1F600}' }) },
      b: { heard: sorted({ ...defaults, text: 'block "quoted"\n  deep' }) },
    },
  },
];
