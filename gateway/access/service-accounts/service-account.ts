import { z } from 'zod';
import { areaCode } from '../identity.ts';
import { personas } from '../personas.ts';

/** A system of an organization, and what it may ever ask for. */
export interface ServiceAccount {
  readonly client: string;
  readonly organization: string;
  readonly department: string | null;
  readonly persona: string;
  readonly scopes: readonly string[];
  readonly areas: readonly string[];
  /** The `sub` of its tokens, where its provider gives it another name than the client's. */
  readonly subject: string | null;
  /** The name in its certificate by which it is known without a token. */
  readonly certificate: string | null;
  /** RFC 3339. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Kinds of users that are a system: no person's token passes for one. */
export const SERVICE_PERSONAS: readonly string[] = ['centre-system'];

/** Kinds of users that are somebody: no system is one. */
const PERSON_PERSONAS: readonly string[] = ['citizen', 'case-handler', 'grid-worker', 'auditor'];

const servicePersonas = Object.keys(personas).filter((persona) => !PERSON_PERSONAS.includes(persona));

/** What an account must be before it is entered. */
export const newServiceAccount = z
  .object({
    client: z.string().min(1),
    organization: z.string().min(1),
    department: z.string().min(1).nullable(),
    persona: z.enum(servicePersonas, `expected one of ${servicePersonas.join(', ')}`),
    scopes: z.array(z.string()),
    areas: z.array(areaCode).min(1, 'expected at least one area code'),
    subject: z.string().min(1).nullable(),
    certificate: z
      .string()
      .regex(/^(DNS:|URI:|CN=)./, 'expected DNS:…, URI:… or the whole subject, CN=… first')
      .nullable(),
    validTo: z.date().min(new Date(), 'expected a time to come').nullable(),
  })
  .check(({ value, issues }) => {
    const held = personas[value.persona]?.scopes ?? [];
    const beyond = value.scopes.filter((scope) => !held.includes(scope));
    if (beyond.length > 0) {
      issues.push({
        code: 'custom',
        path: ['scopes'],
        input: value.scopes,
        message: `expected scopes of ${value.persona}, not ${beyond.join(', ')}`,
      });
    }
  });

export type NewServiceAccount = z.infer<typeof newServiceAccount>;
