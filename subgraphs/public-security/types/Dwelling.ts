import { requiresScopes } from '../../../schema/kit/federation.ts';
import { outsideMatter } from '../../../schema/kit/refusals.ts';
import { builder } from '../builder.ts';
import { addressByDwelling, addressScope } from '../loaders/address-by-dwelling.ts';
import { dwellingById } from '../loaders/dwelling-by-id.ts';
import { householdsByDwelling } from '../loaders/households-by-dwelling.ts';
import { Area } from './Area.ts';
import { Household } from './Household.ts';

/** A dwelling by id; its key is the standard address. */
export const Dwelling = builder.objectRef<{ readonly id: string }>('Dwelling');

const directives = requiresScopes('public-security.person:read');

Dwelling.implement({
  description: 'A dwelling by its standard address (标准地址房屋).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id, which means nothing (标识).' }),
    area: t.field({
      type: Area,
      directives,
      description: 'Village or community in which it lies (所在区划).',
      resolve: async ({ id }, _arguments, context) => {
        const dwelling = await dwellingById.load(context, id);
        return dwelling && { code: dwelling.areaCode };
      },
    }),
    address: t.string({
      directives: requiresScopes(addressScope),
      description: 'Standard address (标准地址).',
      resolve: async ({ id }, _arguments, context) => {
        const dwelling = await addressByDwelling.load(context, id);
        if (!dwelling && context.reach(addressScope) === 'matter') throw outsideMatter(addressScope);
        return dwelling?.address;
      },
    }),
    households: t.field({
      type: [Household],
      directives,
      description: 'Households of both registers that have their place in it (房屋内的户).',
      resolve: ({ id }, _arguments, context) => householdsByDwelling.load(context, id),
    }),
  }),
});
