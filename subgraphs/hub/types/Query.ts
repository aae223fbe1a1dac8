import { builder } from '../builder.ts';

builder.queryType({ description: 'What may be asked (查询).' });
