import { builder } from '../builder.ts';

/** A seat of a 5+1 team (走访小组角色). */
export const VisitRole = builder.enumType('VisitRole', {
  description: 'A seat of a 5+1 team (走访小组角色).',
  values: {
    TOWN_LEADER: { description: 'Town leader (镇街班子成员).' },
    VILLAGE_LIAISON: { description: 'Village liaison (驻村干部).' },
    POLICE: { description: 'Police officer (民警).' },
    ENFORCEMENT: { description: 'Enforcement officer (执法队员).' },
    MARKET_SUPERVISION: { description: 'Market supervision officer (市场监管员).' },
    GRID_WORKER: { description: 'Grid worker (网格员).' },
  },
});
