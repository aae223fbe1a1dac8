import { describe, expect, it } from 'vitest';
import { everything, type Graph, graphIn, wholeGraph, wordsOf } from './graph.ts';

const graph = await wholeGraph();

/** What must not be in the graph under any name it is usually given, and why. */
const unlawful: Readonly<Record<string, { readonly because: string; readonly words: readonly string[] }>> = {
  'no score, rank or colour of a person': {
    because: 'people are served by their matter, not ordered by worth (个人信息保护法 24)',
    words: [
      'score',
      'scores',
      'scoring',
      'rank',
      'ranks',
      'ranking',
      'rating',
      'ratings',
      'points',
      'stars',
      'grading',
    ],
  },
  'no colour code of a person': {
    because: 'a colour is a score that hides its reasons',
    words: ['color', 'colors', 'colour', 'colours'],
  },
  'no prediction about anybody': {
    because: 'a matter is handled when it has arisen; nobody is suspected in advance',
    words: ['predict', 'predicted', 'prediction', 'predictions', 'forecast', 'risk', 'risks', 'risky', 'likelihood'],
  },
  'no list of people to watch': {
    because: 'helping is offered to those who need it, watching to nobody',
    words: [
      ...[
        'watch',
        'watched',
        'watchlist',
        'blacklist',
        'blacklisted',
        'whitelist',
        'suspect',
        'suspects',
        'suspicious',
      ],
      ...['surveillance', 'dangerous', 'danger', 'alert', 'alerts', 'troublemaker', 'stability', 'keyperson'],
    ],
  },
  'no ethnicity, belief or conviction': {
    because: 'no duty of the centre needs them (个人信息保护法 6, 28)',
    words: [
      ...[
        'ethnicity',
        'ethnic',
        'nationality',
        'race',
        'racial',
        'religion',
        'religious',
        'belief',
        'beliefs',
        'faith',
      ],
      ...['political', 'politics', 'orientation', 'opinion', 'opinions'],
    ],
  },
  'no biometrics': {
    because: 'a face or a finger is never needed to look at a case (个人信息保护法 26, 28)',
    words: [
      ...[
        'biometric',
        'biometrics',
        'face',
        'facial',
        'fingerprint',
        'fingerprints',
        'iris',
        'voiceprint',
        'dna',
        'gait',
      ],
      ...['photo', 'portrait', 'blood'],
    ],
  },
  'no trace of where somebody goes': {
    because: 'the register knows where people live; where they go is theirs (个人信息保护法 28)',
    words: [
      ...[
        'trace',
        'traces',
        'track',
        'tracks',
        'tracking',
        'trajectory',
        'trajectories',
        'whereabouts',
        'gps',
        'route',
      ],
      ...[
        'routes',
        'itinerary',
        'location',
        'locations',
        'checkpoint',
        'checkin',
        'position',
        'positions',
        'movements',
      ],
    ],
  },
  'no contacts of a person': {
    because: 'whom somebody knows is no concern of the centre',
    words: [
      'contacts',
      'acquaintances',
      'friends',
      'associates',
      'companions',
      'network',
      'followers',
      'communications',
    ],
  },
  'no petitions': {
    because: 'petitioning is a right; who used it is not looked up (信访工作条例)',
    words: ['petition', 'petitions', 'petitioner', 'petitioners', 'petitioning', 'appellant'],
  },
};

/** The same word for something else. */
const otherwise: Readonly<Record<string, string>> = {
  'FollowUp.score': 'what the person called after the matter gives the centre, not what the centre gives the person',
};

const unlawfulNames = (all: Graph, words: readonly string[]): string[] => [
  ...new Set(
    everything(all)
      .filter(({ coordinate }) => !(coordinate in otherwise))
      .filter(({ name }) => wordsOf(name).some((word) => words.includes(word)))
      .map(({ coordinate }) => coordinate),
  ),
];

describe.each(Object.entries(unlawful))('lawful: %s', (_rule, { because, words }) => {
  it('holds for every type, field, argument, input field and enum value', () => {
    expect(unlawfulNames(graph, words), because).toEqual([]);
  });

  it('finds each of its words as a type, a field, an argument, an input field and an enum value', () => {
    for (const word of words) {
      const type = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
      const bad = graphIn(`
        type Person { id: ID! ${word}: Int their${type}(by${type}: Int): Int }
        type ${type}OfPerson { id: ID! }
        input PersonFilter { ${word}From: Int }
        enum PersonDimension { AREA ${word.toUpperCase()}_BAND }`);
      const found = [
        ...[`${type}OfPerson`, `Person.${word}`, `Person.their${type}`, `Person.their${type}(by${type}:)`],
        ...[`PersonFilter.${word}From`, `PersonDimension.${word.toUpperCase()}_BAND`],
      ];
      expect(unlawfulNames(bad, words).sort()).toEqual(found.sort());
    }
  });
});

it('lets a word pass only where the graph has it', () => {
  const coordinates = new Set(everything(graph).map(({ coordinate }) => coordinate));
  expect(Object.keys(otherwise).filter((coordinate) => !coordinates.has(coordinate))).toEqual([]);
});
