import { z } from 'zod';
import { personas } from '../personas.ts';

const BINDINGS = ['NONE', 'CASE', 'DISPATCH', 'AREA', 'OWN_DEPARTMENT', 'OWN_RECORD'] as const;

const words = z.array(z.string().min(1));
const users = z
  .array(z.enum(Object.keys(personas), `expected some of ${Object.keys(personas).join(', ')}`))
  .min(1, 'expected at least one kind of user');
const time = z.iso.datetime({ offset: true, error: 'expected a time such as 2026-12-01T00:00:00+08:00' });

/** The shape of a purpose as its keepers write it: what it opens is judged by {@link purposeFaults}. */
export const purposeShape = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'expected lower-case words joined by hyphens'),
  title: z.string().min(1),
  titleZh: z.string().regex(/\p{Script=Han}/u, 'expected a Chinese title'),
  legalBasis: z.string().regex(/法|条例/, 'expected the law that allows it, in Chinese too'),
  boundTo: z.enum(BINDINGS, `expected one of ${BINDINGS.join(', ')}`),
  personas: users,
  clients: words.default([]),
  scopes: words,
  matterScopes: words,
  lookup: z.string().nullable(),
  liveStatuses: words,
  lookupsPerHour: z.int().min(1).max(1_000).nullable(),
  breakGlass: z
    .strictObject({
      personas: users,
      scopes: words.min(1),
      minutes: z.int().min(1).max(15),
      perDay: z.int().min(0).max(20),
    })
    .nullable()
    .default(null),
  selfOpening: z
    .strictObject({ matters: z.int().min(2).max(100), days: z.int().min(1).max(365) })
    .nullable()
    .default(null),
  withheldUntilReleased: z.boolean().default(false),
  validFrom: time.optional(),
  validTo: time.nullable().default(null),
});

/** A purpose as its keepers write it. */
export type PurposeForm = z.infer<typeof purposeShape>;
