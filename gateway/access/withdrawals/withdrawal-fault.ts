import { isObjectType } from 'graphql';
import type { CommittedGraph } from '../committed-graph.ts';
import type { Withdrawal } from '../withdrawn.ts';

/** Why a department cannot take something back: it is not there, or not its own. Null where it can. */
export function withdrawalFault(
  { department, kind, name }: Withdrawal,
  { schema, required, ownerOf }: CommittedGraph,
): string | null {
  if (kind === 'FIELD') {
    const [typeName = '', fieldName = ''] = name.split('.');
    const type = schema.getType(typeName);
    const isThere = isObjectType(type) && type.getFields()[fieldName] !== undefined;
    if (!isThere) return 'expected a field of the graph, such as Person.legalAid (字段不存在)';
    if (ownerOf(name) !== department) return `expected a field that ${department} alone answers (非本部门字段)`;
    if (fieldName === 'id' || fieldName === 'number') return 'expected another field than a key (主键不可收回)';
  }
  if (kind === 'SCOPE') {
    const scopes = new Set([...required.values()].flat(2));
    if (!scopes.has(name)) return 'expected a scope that a field of the graph asks for (权限不存在)';
    if (!name.startsWith(`${department}.`)) return `expected a scope of ${department} (非本部门权限)`;
  }
  if (kind === 'PURPOSE' && !/^[a-z]+(-[a-z]+)*$/.test(name)) return 'expected the code of a purpose (用途代码)';
  return null;
}
