import { describe, expect, it } from 'vitest';
import { everything, type Graph, graphIn, wholeGraph } from './graph.ts';

const graph = await wholeGraph();

function notInBothLanguages(all: Graph): string[] {
  return everything(all)
    .filter(({ coordinate }) => coordinate !== 'Query')
    .filter(({ description }) => !/[A-Za-z]{2}/.test(description) || !/\p{Script=Han}/u.test(description))
    .map(({ department, coordinate }) => `${department}: ${coordinate}`);
}

describe('descriptions', () => {
  it('stand in English and Chinese on every type, field, argument, input field and enum value', () => {
    expect(notInBothLanguages(graph)).toEqual([]);
  });

  it('are missed wherever one language is', () => {
    const bad = graphIn(`
      "A case (事件)." type Case { "Number." number("编号" of: Int): ID! }
      "Status (状态)." enum Status { OPEN }
      "Filter (条件)." input Filter { areaCode: String }`);
    const missed = ['Case.number', 'Case.number(of:)', 'Status.OPEN', 'Filter.areaCode'];
    expect(notInBothLanguages(bad)).toEqual(missed.map((coordinate) => `example: ${coordinate}`));
  });
});
